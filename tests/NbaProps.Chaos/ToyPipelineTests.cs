using NbaProps.Chaos.Harness;
using NbaProps.Chaos.Toy;

namespace NbaProps.Chaos;

public sealed class ToyPipelineTests
{
    private const int Seeds = 200;

    [Fact]
    [Trait("Incident", "I-24")]
    public void Two_hundred_bad_histories_end_in_the_tables_of_a_quiet_rebuild()
    {
        var failures = new List<string>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var result = ToySeed.Run((ulong)seed);
            failures.AddRange(result.Violations.Select(violation => $"seed {result.Seed}: {violation}"));
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void The_histories_contain_every_fault_that_they_are_meant_to_survive()
    {
        var history = Enumerable.Range(1, 40).SelectMany(seed => ToySeed.Run((ulong)seed).History).ToArray();
        foreach (var fault in new[] { " killed", " refused ", " lost-answer ", "lost m", " applied as it died", "receives", " settle ", "starts" })
        {
            history.ShouldContain(line => line.Contains(fault, StringComparison.Ordinal), $"no history has '{fault}'");
        }

        history.Count(line => line.Contains(" receives m1", StringComparison.Ordinal)).ShouldBeGreaterThan(40, "no message was delivered twice");
    }

    [Fact]
    public void A_quiet_history_needs_no_settling_and_no_tick()
    {
        var result = ToySeed.Run(7, faults: FaultProfile.None with { TimePercent = 0, TickPermille = 0 });
        result.Violations.ShouldBeEmpty();
        result.History.ShouldNotContain(line => line.Contains(" settle ", StringComparison.Ordinal));
    }

    // What a look has read of its unit is what the unit is taken by, or left alone by: read again at once, it costs each run and each duplicate a call.
    [Fact]
    public void A_look_reads_its_unit_once()
    {
        var reads = ToySeed.Run(7, faults: FaultProfile.None with { TimePercent = 0, TickPermille = 0 }).History
            .Select(line => line[19..].Split(' '))
            .Where(words => words is [_, "get" or "query" or "commit" or "receives" or "read" or "fetch" or "replace" or "publish", ..])
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .SelectMany(process => process.Zip(process.Skip(1)))
            .ToArray();

        // Two handlers of one process may come to the same unit one after the other.
        var twice = reads.Count(pair => pair.First is [_, "get", var unit, "and", ..] && pair.Second is [_, "get", var again] && unit.StartsWith("units/", StringComparison.Ordinal) && string.Equals(unit, again, StringComparison.Ordinal));
        reads.Length.ShouldBeGreaterThan(300);
        twice.ShouldBeLessThan(10);
    }

    [Theory]
    [InlineData(PlantedDefect.NoSettle)]
    [InlineData(PlantedDefect.SkipIgnoresUnsettledWrite)]
    [InlineData(PlantedDefect.CommitWithoutToken)]
    [InlineData(PlantedDefect.PublishBeforeCommit)]
    [InlineData(PlantedDefect.NonAtomicReplace)]
    public void A_planted_defect_is_caught(PlantedDefect defect) =>
        Enumerable.Range(1, Seeds).Any(seed => ToySeed.Run((ulong)seed, defect).Violations.Count > 0).ShouldBeTrue();

    [Fact]
    public void The_same_seed_has_the_same_history_in_two_processes()
    {
        foreach (var seed in new[] { 1, 17, 42 })
        {
            var here = ToySeed.Run((ulong)seed).HistoryHash;
            OtherProcess.HistoryHash(seed, "--toy").ShouldBe(here);
            OtherProcess.HistoryHash(seed, "--toy").ShouldBe(here);
        }
    }

    [Fact]
    public void Different_seeds_have_different_histories() =>
        Enumerable.Range(1, 20).Select(seed => ToySeed.Run((ulong)seed).HistoryHash).Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
}
