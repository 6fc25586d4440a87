using System.Globalization;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Chaos.Harness;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Toy;

/// <summary>One seed of the toy pipeline: some bad days, then quiet, then the checks.</summary>
public static class ToySeed
{
    private static readonly GameDate First = new(2026, 1, 10);

    private static readonly RuntimeOptions Options = new()
    {
        Lease = TimeSpan.FromSeconds(60),
        WriteTimeout = TimeSpan.FromSeconds(40),
        RunBudget = TimeSpan.FromMinutes(5),
        RetryDelay = TimeSpan.FromSeconds(20),
        LongestRetryDelay = TimeSpan.FromMinutes(5),
    };

    /// <summary>Runs a seed.</summary>
    public static SeedResult Run(ulong seed, PlantedDefect defect = PlantedDefect.None, FaultProfile? faults = null) =>
        SeedThread.Run(seed, () => RunHere(seed, defect, faults));

    private static SeedResult RunHere(ulong seed, PlantedDefect defect, FaultProfile? faults)
    {
        var random = new SplitMix(seed);
        var profile = faults ?? FaultProfile.Draw(random);
        var script = new ToyScript();
        var role = new ProcessRole("p", profile.Processes, Subscriptions: null);
        var world = new World(random.Next(), profile, defect, [role], (world, role, name) => Start(world, role, name, script));
        foreach (var table in ToyPipeline.Manifest.Tables)
        {
            world.Warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        world.RunWild(Events(random, script));
        var quiet = world.BecomeQuiet(async process => (await process.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None)).Hints);
        List<string> violations = [.. world.Checker.Violations];
        if (!quiet)
        {
            violations.Add("it never became quiet");
        }

        violations.AddRange(Invariants.Check(world));
        return new SeedResult(seed, world.HistoryHash, violations, world.History, world.Faults);
    }

    private static SimProcess Start(World world, ProcessRole role, string name, ToyScript script)
    {
        var process = new SimProcess(world, role, name, world.NewClock());
        process.Runtime = PipelineRuntime.Create(new PipelineRuntimeSettings
        {
            Manifest = ToyPipeline.Manifest,
            Phases = Enum.GetValues<Phase>(),
            Works = ToyPipeline.Works(new ToyUpstream(process, script)),
            Ports = SimPorts.For(process, world),
            Time = process.Clock,
            GameClock = GameClock.Simulated(TimeProvider.System, First.At(0), First.At(0), factor: 0),
            Options = Options,
            Instance = name,
            Loggers = NullLoggerFactory.Instance,
        });
        return process;
    }

    // Four days, three moments each, oldest first; sometimes a past moment is visited again, and somebody says what an item is another name of.
    private static List<Action<World>> Events(SplitMix random, ToyScript script)
    {
        var events = new List<Action<World>>();
        for (var day = 0; day < 4; day++)
        {
            var date = First.AddDays(day);
            foreach (var moment in Moments.All)
            {
                events.Add(world => Reach(world, script, date, moment, visit: 1));
                if (random.Chance(20))
                {
                    var past = First.AddDays(random.Below(day + 1));
                    events.Add(world => Reach(world, script, past, Moment.Context, visit: 2));
                }

                if (random.Chance(25))
                {
                    events.Add(SayWhatItIs);
                }
            }
        }

        return events;
    }

    // Two items and two ids, so that what was said is often taken back, or said again while somebody computes with it.
    private static void SayWhatItIs(World world)
    {
        var store = new NameAliasStore(world.State);
        var name = NameKey.From(string.Create(CultureInfo.InvariantCulture, $"i{world.Random.Below(2)}"));
        var before = store.RemoveAsync(name, source: null, CancellationToken.None).GetAwaiter().GetResult();
        var alias = new NameAlias
        {
            Name = name,
            PlayerId = new PlayerKey(1 + world.Random.Below(2)),
            From = First.AddDays(world.Random.Below(4)),
            PlayerName = string.Empty,
            GivenAt = DateTimeOffset.UnixEpoch,
        };
        if (before.Count == 0 || world.Random.Chance(50))
        {
            store.GiveAsync(alias, CancellationToken.None).GetAwaiter().GetResult();
        }

        world.Note($"aliases are {store.ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Content}");
    }

    private static void Reach(World world, ToyScript script, GameDate date, Moment moment, int visit)
    {
        script.Change(date, world.Random);
        var days = new GameDays(world.State, TimeProvider.System, Options);
        var fresh = days.ReachAsync(date, moment, Moments.InstantOf(moment, date, null), visit, string.Empty, Moments.InstantOf(moment, date, null), CancellationToken.None).GetAwaiter().GetResult();
        world.Note(string.Create(CultureInfo.InvariantCulture, $"{date} reaches {moment} visit {visit} ({fresh}); upstream says {script.Payload(date)}"));
        world.Publish(Topics.Trigger(Phase.Scrapers), [LookHint.Of(new UnitKey(ToyPipeline.Scraper.Name, new Partition(date)), string.Empty, "scheduler", null)]);
    }
}
