using System.Collections.Concurrent;

using NbaProps.Chaos.League;
using NbaProps.Simulator.Faults;

namespace NbaProps.Chaos;

/// <summary>The real services of the manifest, on bad days of a small league.</summary>
public sealed class ServicesTests
{
    private const int Seeds = 300;
    private const string OfSources = "source: ";

    [Fact]
    [Trait("Part", "seeds")]
    [Trait("Incident", "S-04")]
    public void Three_hundred_bad_days_end_in_the_tables_of_a_quiet_rebuild_and_strike_with_every_fault()
    {
        var (failures, struck) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>(StringComparer.Ordinal));
        Side.BySide(Enumerable.Range(1, Seeds), seed =>
        {
            var result = LeagueSeed.Run((ulong)seed);
            foreach (var violation in result.Violations)
            {
                failures.Add($"seed {result.Seed}: {violation}");
            }

            foreach (var (fault, times) in result.Faults)
            {
                struck.AddOrUpdate(fault, times, (_, before) => before + times);
            }
        });

        failures.Order(StringComparer.Ordinal).Take(20).ShouldBeEmpty();
        struck.Keys.Where(kind => !kind.StartsWith(OfSources, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
        [
            "answer lost",
            "call refused",
            "killed after the call, before its answer",
            "message delivered again",
            "message lost",
            "past dates run again",
            "past dates walked again",
            "process killed",
            "process paused",
            "process paused while it writes",
            "process replaced by a new version",
            "quota exceeded: State",
            "quota exceeded: Warehouse",
            "slow write",
            "write slower than its caller waits",
        ]);

        // Every kind that changes an answer. Of those that happen to games three hundred seeds have some; they strike where a game is written, and not an answer.
        var answers = FaultKinds.Words.Take((int)FaultKind.WrongType).Select(word => OfSources + word);
        answers.Except(struck.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }
}
