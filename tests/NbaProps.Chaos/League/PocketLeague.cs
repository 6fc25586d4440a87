using System.Collections.Concurrent;

using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Chaos.League;

/// <summary>
/// A small league after its first quiet days, so that a seed can begin where there is a history to predict from. Each is played once and then copied.
/// </summary>
/// <param name="Season">The truth.</param>
/// <param name="Time">Its time beside the world's.</param>
/// <param name="Date">The first date that a seed walks.</param>
/// <param name="Start">What the quiet days left.</param>
internal sealed record PocketLeague(SimulatedSeason Season, LeagueTime Time, GameDate Date, WorldStart Start)
{
    private const int Leagues = 4;
    private const int QuietDays = 3;
    private const int KeptOutputs = 2_000;
    private const int CheckedEvery = 64;
    private static readonly ConcurrentDictionary<long, Lazy<PocketLeague>> Known = new();

    /// <summary>
    /// Servers that no seed uses now. Making one's paths costs as much as a tenth of a seed, one serves a seed at a time, and of another league it would
    /// play all games again.
    /// </summary>
    public ConcurrentBag<InlineServer> Servers { get; } = [];

    /// <summary>What was computed of it so far, by whichever seed.</summary>
    public ComputedUnits Computed { get; } = new(KeptOutputs, CheckedEvery);

    /// <summary>The league that a seed plays in.</summary>
    public static PocketLeague Of(ulong seed) => Known.GetOrAdd((long)(seed % Leagues) + 1, league => new Lazy<PocketLeague>(() => Play(league))).Value;

    private static PocketLeague Play(long league)
    {
        var season = SimulatedSeason.Play(SimulatedLeague.Create(league, new Season(2025), LeagueSize.Pocket));
        var first = season.Games[0].Scheduled.Date;
        var time = new LeagueTime(first.At(9, 50), new SimTime().Now);
        using var server = new InlineServer();
        var processes = new LeagueProcesses(season, time, server, new ToldIncidents(), computed: null);
        var world = new World(1, FaultProfile.None with { TimePercent = 0 }, PlantedDefect.None, LeagueServices.Roles(() => 1), processes.Start);
        foreach (var table in NbaPipeline.Manifest.AllTables)
        {
            world.Warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        var date = first.AddDays(QuietDays);
        world.RunWildUntil(time.When(date.AddDays(-1).At(23)));
        if (!world.BecomeQuiet(watcher => processes.LookAsync(watcher)) || time.Of(world.Time.Now) >= date.At(6))
        {
            throw new InvalidOperationException($"The quiet days of league {league} did not end before the morning of {date}.");
        }

        return new PocketLeague(season, time, date, new WorldStart(world.State, world.Warehouse, world.Objects, world.Time.Now));
    }
}
