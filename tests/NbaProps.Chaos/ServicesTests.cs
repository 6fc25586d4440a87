using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

using NbaProps.Chaos.Harness;
using NbaProps.Chaos.League;

namespace NbaProps.Chaos;

/// <summary>The real services of the manifest, on bad days of a small league.</summary>
public sealed class ServicesTests
{
    private const int Seeds = 100;
    private const int SeedsForADefect = 200;

    [Fact]
    public void A_hundred_bad_days_end_in_the_tables_of_a_quiet_rebuild_and_strike_with_every_fault()
    {
        var (failures, struck) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>(StringComparer.Ordinal));
        OnEveryCore(Enumerable.Range(1, Seeds), seed =>
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
        struck.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "answer lost",
            "call refused",
            "killed after the call, before its answer",
            "message delivered again",
            "message lost",
            "process killed",
            "process paused",
            "process paused while it writes",
            "write slower than its caller waits",
        ]);
    }

    [Theory]
    [InlineData(PlantedDefect.BlockedIsLatched)]
    [InlineData(PlantedDefect.ParsesThePayloadOfTheMessage)]
    [InlineData(PlantedDefect.CompletionsCountedByReadModifyWrite)]
    [InlineData(PlantedDefect.NewOutputUnderTheOldVersion)]
    [InlineData(PlantedDefect.RerunOverwritesTheUnit)]
    public void A_planted_defect_is_caught(PlantedDefect defect) =>
        Enumerable.Range(1, SeedsForADefect).Any(seed => LeagueSeed.Run((ulong)seed, defect).Violations.Count > 0).ShouldBeTrue();

    [Fact]
    public void A_join_whose_counter_loses_nothing_is_no_defect() =>
        Enumerable.Range(1, 8).SelectMany(seed => LeagueSeed.Run((ulong)seed, PlantedDefect.CompletionsCountedAtomically).Violations).ShouldBeEmpty();

    [Fact]
    public void A_seed_has_the_same_history_whichever_ran_before_it_and_beside_it()
    {
        var alone = LeagueSeed.Run(21).HistoryHash;
        var beside = new ConcurrentDictionary<int, string>();
        OnEveryCore([25, 21, 22, 29], seed => beside[seed] = LeagueSeed.Run((ulong)seed).HistoryHash);

        beside[21].ShouldBe(alone);
        beside.Values.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Fact]
    public void The_same_seed_has_the_same_history_in_two_processes()
    {
        var here = LeagueSeed.Run(17).HistoryHash;
        HashInAnotherProcess(17).ShouldBe(here);
    }

    // Seeds share nothing but the quiet days before them, which are played once.
    private static void OnEveryCore(IEnumerable<int> seeds, Action<int> run)
    {
        var waiting = new ConcurrentQueue<int>(seeds);
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var seed))
            {
                run(seed);
            }
        })).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
    }

    private static string HashInAnotherProcess(int seed)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LeagueSeed).Assembly.Location, "--seeds", "1", "--start", seed.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n').Single(line => line.StartsWith("history ", StringComparison.Ordinal))["history ".Length..].Trim();
    }
}
