using NbaProps.Chaos.Harness;
using NbaProps.Precompute;
using NbaProps.Shared.Manifest;
using NbaProps.Simulator.Serving;

namespace NbaProps.Chaos.League;

/// <summary>One seed of the real pipeline: a bad day of a small league, from one morning's results to the next one's grades, then quiet, then the checks.</summary>
public static class LeagueSeed
{
    /// <summary>Runs a seed.</summary>
    public static SeedResult Run(ulong seed, PlantedDefect defect = PlantedDefect.None, FaultProfile? faults = null) =>
        SeedThread.Run(seed, () => RunHere(seed, defect, faults));

    private static SeedResult RunHere(ulong seed, PlantedDefect defect, FaultProfile? faults)
    {
        var random = new SplitMix(seed);
        var profile = faults ?? FaultProfile.DrawForServices(random);
        var league = PocketLeague.Of(seed);
        var server = league.Servers.TryTake(out var free) ? free : new InlineServer();
        var told = new ToldIncidents();
        var processes = new LeagueProcesses(league.Season, league.Time, server, told);
        var world = new World(random.Next(), profile, defect, LeagueServices.Roles(() => 1 + random.Below(2)), processes.Start, league.Start);
        if (defect is PlantedDefect.CompletionsCountedByReadModifyWrite or PlantedDefect.CompletionsCountedAtomically)
        {
            // A night's summaries are computed side by side, and the next day's phase 4 waits for all of them.
            world.Plant(new CountedJoin(
                [AnalyticsPhase.PlayerGameSummary.Name, AnalyticsPhase.TeamOffense.Name, AnalyticsPhase.TeamDefense.Name],
                PrecomputeService.Definition.Name,
                isAtomic: defect == PlantedDefect.CompletionsCountedAtomically));
        }

        world.RunWildUntil(league.Time.When(league.Date.AddDays(1).At(10, 30)));
        var quiet = world.BecomeQuiet(processes.LookAsync);
        List<string> violations = [.. world.Checker.Violations];
        if (!quiet)
        {
            violations.Add("it never became quiet");
        }

        league.Servers.Add(server);
        violations.AddRange(LeagueInvariants.Check(world, league, processes.Outputs));
        return new SeedResult(seed, world.HistoryHash, violations, world.History, world.Faults);
    }
}
