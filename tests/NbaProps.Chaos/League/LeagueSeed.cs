using NbaProps.Chaos.Harness;
using NbaProps.Precompute;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Serving;

namespace NbaProps.Chaos.League;

/// <summary>One seed of the real pipeline: a bad day of a small league, from one morning's results to the next one's grades, then quiet, then the checks.</summary>
public static class LeagueSeed
{
    /// <summary>Runs a seed.</summary>
    /// <param name="seed">Which schedule.</param>
    /// <param name="defect">A planted mistake; None for none.</param>
    /// <param name="faults">How bad the day is; null for what the seed draws.</param>
    /// <param name="sharesComputed">Whether what other runs have computed from the same inputs is taken from them. It decides nothing but how long the seed takes.</param>
    public static SeedResult Run(ulong seed, PlantedDefect defect = PlantedDefect.None, FaultProfile? faults = null, bool sharesComputed = true) =>
        SeedThread.Run(seed, () => RunHere(seed, defect, faults, sharesComputed));

    private static SeedResult RunHere(ulong seed, PlantedDefect defect, FaultProfile? faults, bool sharesComputed)
    {
        var random = new SplitMix(seed);
        var profile = faults ?? FaultProfile.DrawForServices(random);
        var league = PocketLeague.Of(seed);
        var until = league.Time.When(league.Date.AddDays(1).At(10, 30));
        var upheavals = faults is null ? Upheavals.Draw(seed, league, until, defect) : Upheavals.None;
        var season = league.Season.With(upheavals.Script);
        var computed = sharesComputed ? league.Computed : null;
        var server = league.Servers.TryTake(out var free) ? free : new InlineServer();
        var processes = new LeagueProcesses(season, league.Time, server, new ToldIncidents(), computed, upheavals.Deployment);
        var roles = LeagueServices.Roles(() => 1 + random.Below(2));
        var world = new World(random.Next(), profile, defect, roles, processes.Start, league.Start) { Spells = upheavals.Spells };
        foreach (var line in upheavals.Lines())
        {
            world.Note(line);
        }

        server.Follow(season, upheavals.Script, fault =>
        {
            world.Strike($"source: {fault.Kind.WordOf()}");
            world.Note($"source says {fault.Kind.WordOf()}: {fault.Feed}");
        });
        if (defect is PlantedDefect.CompletionsCountedByReadModifyWrite or PlantedDefect.CompletionsCountedAtomically)
        {
            // A night's summaries are computed side by side, and the next day's phase 4 waits for all of them.
            world.Plant(new CountedJoin(
                [AnalyticsPhase.PlayerGameSummary.Name, AnalyticsPhase.TeamOffense.Name, AnalyticsPhase.TeamDefense.Name],
                PrecomputeService.Definition.Name,
                isAtomic: defect == PlantedDefect.CompletionsCountedAtomically));
        }

        var deployed = upheavals.Deployment?.Plan(upheavals.Random, roles, league.Start.Now, until) ?? [];
        var asked = upheavals.AsksForThePast ? new Operator(processes, league).Plan(upheavals.Random, league.Start.Now, until) : [];
        world.RunWildUntil(until, [.. deployed, .. asked]);
        var quiet = world.BecomeQuiet(watcher => processes.LookAsync(watcher, isGateAskedOn: upheavals.Script.Faults.Count == 0), processes.IsStillAsync);
        foreach (var output in processes.Outputs.Where(output => !LeagueInvariants.IsThere(output) && output.State != ExpectedState.NotDue))
        {
            world.Note($"{output.Unit} is {output.State}: {output.Cause}");
        }

        List<string> violations = [.. world.Checker.Violations];
        if (!quiet)
        {
            violations.Add("it never became quiet");
        }

        violations.AddRange(LeagueInvariants.Check(world, league, season, upheavals, processes.Outputs, computed));
        server.Follow(league.Season, FaultScript.None, _ => { });
        league.Servers.Add(server);
        return new SeedResult(seed, world.HistoryHash, violations, world.History, world.Faults);
    }
}
