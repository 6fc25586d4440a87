using NbaProps.Chaos.League;
using NbaProps.Simulator.Faults;

namespace NbaProps.Chaos;

/// <summary>What the history of a seed tells.</summary>
public sealed class SeedStoryTests
{
    private const int Seeds = 300;
    private const string OfSources = "source: ";

    [Fact]
    public void A_history_tells_of_a_faulty_source_a_deployment_a_quota_a_slow_write_and_who_asked_for_the_past()
    {
        // This seed has all of them.
        var history = LeagueSeed.Run(101).History;
        foreach (var told in new[] { " source: ", " source says ", " deployment: ", " replaced", " spell: ", " over quota ", " asks for " })
        {
            history.ShouldContain(line => line.Contains(told, StringComparison.Ordinal), $"the history has no '{told}'");
        }
    }

    [Fact]
    public void A_seed_whose_source_keeps_an_answer_back_goes_on_when_the_caller_gives_up()
    {
        var seed = Enumerable.Range(1, Seeds).Select(seed => LeagueSeed.Run((ulong)seed)).First(seed => seed.Faults.ContainsKey(OfSources + FaultKind.Slow.WordOf()));
        seed.Violations.ShouldBeEmpty();
        seed.History.ShouldContain(line => line.Contains("source says slow", StringComparison.Ordinal));
    }
}
