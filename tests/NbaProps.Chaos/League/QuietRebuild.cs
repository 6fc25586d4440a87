using System.Globalization;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Simulator.Faults;

namespace NbaProps.Chaos.League;

/// <summary>
/// Computes phases 2 to 5 of a world again, one process, one message after the other, no faults; what the world's tables hold must be what this gives. Twice:
/// from where the world began, by the raw archive and the moments at which everything was captured; and from what the tables hold at the end.
/// </summary>
/// <remarks>
/// What was served before a tip-off is what was known to the processes then, which a rebuild cannot know: for frozen tables the first compares what each
/// row would say now; of a game that was put off on its day nothing, since whether it was served before decides whether it has rows. That served rows stand, the history checker sees; that what follows from them does follow, the second sees.
/// </remarks>
internal static class QuietRebuild
{
    private const string Serving = "serving";

    // What the days reached, and what was captured when.
    private static readonly string[] Recorded = ["game_days", "captures"];

    private static readonly Phase[] Computed = [Phase.RawProcessors, Phase.Analytics, Phase.Precompute, Phase.Predictions];

    /// <summary>Where the world's tables say something else; none is the aim.</summary>
    /// <param name="world">The world, quiet.</param>
    /// <param name="league">Where it began.</param>
    /// <param name="upheavals">What went wrong in it beside messages, processes and calls.</param>
    /// <param name="outputs">What is expected, as the watcher saw it at last.</param>
    /// <param name="computed">What was computed before; null where all is computed anew.</param>
    public static IReadOnlyList<string> Differences(World world, PocketLeague league, Upheavals upheavals, IReadOnlyList<ExpectedOutput> outputs, ComputedUnits? computed)
    {
        var deployment = upheavals.Deployment;
        var putOff = upheavals.Script.OfKind(FaultKind.Postponed).Select(fault => fault.Game.ToString()!).ToHashSet(StringComparer.Ordinal);
        var (replayed, following) = (Replayed(world, league, deployment, computed), FollowingFromServed());
        var (repeated, notComeTo) = Repeated(world, league, deployment, outputs, computed);
        return
        [
            .. NbaPipeline.Manifest.Tables.Where(table => !following.Contains(table)).SelectMany(table => Differences(table, world.Warehouse, replayed, "a rebuild from the archive", (of, warehouse) => RowsNow(of, warehouse, putOff))),
            // The rows of what was not come to stand as they were, and would be compared with themselves.
            .. notComeTo is not null ? [notComeTo] : NbaPipeline.Manifest.Tables.SelectMany(table => Differences(table, world.Warehouse, repeated, "its own inputs", Rows)),
        ];
    }

    // By the archive, step by step, from where the world began.
    private static InMemoryWarehouse Replayed(World world, PocketLeague league, Deployment? deployment, ComputedUnits? computed)
    {
        var clock = new HeldGameClock();
        var time = new SimClock(world.Time, TimeSpan.Zero);
        // What the world recorded since is put beside it, and seen when the clock has come to it.
        var state = league.Start.State.Fork(time, without: Recorded);
        foreach (var document in world.State.Dump().Where(document => Recorded.Contains(document.Path.Collection, StringComparer.Ordinal) || PhaseOf(document) == Phase.Scrapers))
        {
            Now(state.CommitAsync([new DocumentWrite(document.Path, document.Json, Precondition.None)], CancellationToken.None));
        }

        var (bus, warehouse) = (new ListBus(), league.Start.Warehouse.Fork());
        var runtime = Runtime(new Ports(new ReplayedState(state, clock), warehouse, world.Objects, bus), time, clock, deployment, computed);
        var replay = new Replay(runtime, clock, token => bus.DrainAsync(runtime.Handler, token));
        var began = league.Time.Of(league.Start.Now);
        if (deployment is not null)
        {
            // The days before were computed by the version before.
            clock.Hold(began);
            while (Now(runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None)).Outputs.Any(output => output.Actionable && !IsScraped(output.Unit)))
            {
                Finish(bus.DrainAsync(runtime.Handler, CancellationToken.None));
            }
        }

        foreach (var step in Now(ReplayTimeline.ReadAsync(state, CancellationToken.None)).Where(step => step.At > began))
        {
            Finish(replay.RepeatAsync(step, CancellationToken.None));
        }

        return warehouse;
    }

    // Everything of the dates that the world has walked once more on what is there, in the manifest's order: a producer stands before its consumers.
    private static (InMemoryWarehouse Tables, string? NotComeTo) Repeated(World world, PocketLeague league, Deployment? deployment, IReadOnlyList<ExpectedOutput> outputs, ComputedUnits? computed)
    {
        var time = new SimClock(world.Time, TimeSpan.Zero);

        // Whoever reads a unit comes after it: nobody needs to be told. A store that only burns ids has counted writes where units count tokens.
        var (bus, warehouse, state) = (new ListBus { TellsReaders = false }, world.Warehouse.Fork(fenced: false), world.State.Fork(time));
        var clock = new HeldGameClock();
        clock.Hold(DateTimeOffset.MaxValue);
        var runtime = Runtime(new Ports(state, warehouse, world.Objects, bus), time, clock, deployment, computed);
        var units = world.State.Dump()
            .Where(document => PhaseOf(document) is { } phase && Computed.Contains(phase))
            .Select(document => UnitKey.Parse(document.Path.Id))
            .Where(unit => unit.Partition.Date >= league.Date.AddDays(-1))
            .ToArray();
        foreach (var unit in units)
        {
            Finish(UnitReset.EmptyAsync(state, unit, CancellationToken.None));
        }

        var order = NbaPipeline.Manifest.Processors.Select((processor, place) => (processor.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        foreach (var unit in units.OrderBy(unit => unit.Partition.Date).ThenBy(unit => order[unit.Processor]))
        {
            bus.Add(LookHint.Of(unit, string.Empty, "rebuild", null));
            Finish(bus.DrainAsync(runtime.Handler, CancellationToken.None));
        }

        var there = StandingFor(outputs);
        if (units.Where(unit => !Now(runtime.HasOutputAsync(unit, CancellationToken.None)) && there.Contains(unit) && Now(Has(world.State, unit))).ToArray() is [var first, ..])
        {
            var why = Now(runtime.Tick.CompareAsync(new GameDateRange(league.Date.AddDays(-1), first.Partition.Date), now: null, CancellationToken.None)).Where(output => output.IsMissing).Select(output => $"{output.Unit} is {output.State}: {output.Cause}");
            return (warehouse, $"The rebuild did not come to {first}. There {string.Join("; ", why)}.");
        }

        return (warehouse, null);
    }

    // What waits in the world, because a gate before it has been shut since, stands for inputs that are gone; and so does what reads it, however far behind.
    private static HashSet<UnitKey> StandingFor(IReadOnlyList<ExpectedOutput> outputs)
    {
        var gone = outputs
            .Where(output => !LeagueInvariants.IsThere(output) && NbaPipeline.Manifest.Processor(output.Unit.Processor).Phase > Phase.RawProcessors)
            .Select(output => (output.Unit.Partition.Date, output.Unit.Processor))
            .ToHashSet();
        foreach (var processor in NbaPipeline.Manifest.Processors)
        {
            var readers = NbaPipeline.Manifest.DependentsOf(processor.Name).Where(reader => reader is { From: <= 0, To: >= 0 }).Select(reader => reader.Processor.Name).ToArray();
            gone.UnionWith(gone.Where(one => one.Processor == processor.Name).SelectMany(one => readers.Select(reader => (one.Date, reader))).ToArray());
        }

        return [.. outputs.Where(LeagueInvariants.IsThere).Select(output => output.Unit).Where(unit => !gone.Contains((unit.Partition.Date, unit.Processor)))];
    }

    private static async Task<bool> Has(InMemoryStateStore state, UnitKey unit) =>
        (await state.GetAsync(unit.Path, CancellationToken.None)).Document is { } stored && StateJson.Read<UnitDocument>(stored.Json).Outcome.HasOutput();

    private static PipelineRuntime Runtime(Ports ports, TimeProvider time, GameClock clock, Deployment? deployment, ComputedUnits? computed) => PipelineRuntime.Create(new PipelineRuntimeSettings
    {
        Manifest = deployment?.Manifest ?? NbaPipeline.Manifest,
        Phases = Computed,
        Works = deployment?.Upgrade(LeagueServices.Computing) ?? LeagueServices.Computing,
        Ports = ports,
        Time = time,
        GameClock = clock,
        Options = LeagueOptions.Value.Runtime,
        Instance = "rebuild",
        Loggers = NullLoggerFactory.Instance,
        Computed = computed,
    });

    private static bool IsScraped(UnitKey unit) => NbaPipeline.Manifest.Processor(unit.Processor).Phase == Phase.Scrapers;

    private static Phase? PhaseOf(Document document) =>
        string.Equals(document.Path.Collection, "units", StringComparison.Ordinal) ? NbaPipeline.Manifest.Find(document.Path.Id.Split('|')[0])?.Phase : null;

    // What was served is kept from a table's own rows.
    private static bool IsFrozen(TableSchema table) => table.Key.Contains(Serving, StringComparer.Ordinal) && NbaPipeline.Manifest.WriterOf(table).ReadsOwnOutput;

    // Tables that are not frozen and are computed from what was served: grades.
    private static HashSet<TableSchema> FollowingFromServed()
    {
        var following = new HashSet<TableSchema>(ReferenceEqualityComparer.Instance);
        foreach (var table in NbaPipeline.Manifest.Tables.Where(table => !IsFrozen(table)))
        {
            if (NbaPipeline.Manifest.WriterOf(table).Inputs.OfType<InputDeclaration.Rows>().Any(input => IsFrozen(input.Table) || following.Contains(input.Table)))
            {
                following.Add(table);
            }
        }

        return following;
    }

    private static IEnumerable<string> Differences(
        TableSchema table, InMemoryWarehouse held, InMemoryWarehouse wanted, string by, Func<TableSchema, InMemoryWarehouse, IReadOnlyList<object?[]>> rows)
    {
        if (SayTheSame(table, held.Stored(table.FullName), wanted.Stored(table.FullName)))
        {
            return [];
        }

        var (actual, expected) = (rows(table, held), rows(table, wanted));
        if (actual.Count == expected.Count && actual.Zip(expected).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
        {
            return [];
        }

        var (texts, wantedTexts) = (actual.Select(Text).ToArray(), expected.Select(Text).ToArray());
        return texts.Except(wantedTexts, StringComparer.Ordinal).Select(row => $"{table.FullName} holds {row}; by {by} it would not")
            .Concat(wantedTexts.Except(texts, StringComparer.Ordinal).Select(row => $"{table.FullName} lacks {row}; by {by} it would hold it"));
    }

    // Of two forks most rows are the same objects.
    private static bool SayTheSame(TableSchema table, IReadOnlyList<object?[]> held, IReadOnlyList<object?[]> wanted)
    {
        int[] content = [.. table.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Role == ColumnRole.Content).Select(pair => pair.index)];
        return held.Count == wanted.Count
            && held.Zip(wanted).All(pair => ReferenceEquals(pair.First, pair.Second) || Array.TrueForAll(content, index => Equals(pair.First[index], pair.Second[index])));
    }

    private static string Text(object?[] values) => string.Join(" | ", values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    // What a row says, not since when it has stood: a moment that a fault swallowed leaves the same content with a later as-of.
    private static IReadOnlyList<object?[]> Rows(TableSchema table, InMemoryWarehouse warehouse) => Content(table, warehouse.Dump(table.FullName).Rows, leftOut: []);

    // Of a frozen table what each of its rows would say now: its replay's word, or where there is none the served one's.
    private static IReadOnlyList<object?[]> RowsNow(TableSchema table, InMemoryWarehouse warehouse, HashSet<string> putOff)
    {
        if (!IsFrozen(table))
        {
            return Rows(table, warehouse);
        }

        var serving = Place(table, Serving);
        int[] key = [.. table.Key.Where(name => !string.Equals(name, Serving, StringComparison.Ordinal)).Select(name => Place(table, name))];
        var game = Place(table, "game_id");
        var now = warehouse.Dump(table.FullName).Rows
            .Where(row => !putOff.Contains(Text([row[game]])))
            .GroupBy(row => Text([.. key.Select(index => row[index])]), StringComparer.Ordinal)
            .Select(rows => rows.OrderBy(row => string.Equals((string?)row[serving], Servings.Replay, StringComparison.Ordinal) ? 0 : 1).First());
        return Content(table, now, leftOut: [Serving, "is_active"]);
    }

    private static object?[][] Content(TableSchema table, IEnumerable<object?[]> rows, IReadOnlyList<string> leftOut)
    {
        var content = table.Columns.Select((column, index) => (column, index))
            .Where(pair => pair.column.Role == ColumnRole.Content && !leftOut.Contains(pair.column.Name, StringComparer.Ordinal))
            .Select(pair => pair.index)
            .ToArray();
        return [.. rows.Select(row => Array.ConvertAll(content, index => row[index]))];
    }

    private static int Place(TableSchema table, string name) => table.Columns.Select((column, index) => (column.Name, index)).First(pair => string.Equals(pair.Name, name, StringComparison.Ordinal)).index;

    // Memory answers before it returns.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Finish(Task task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("The rebuild waits for something.");
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>A bus whose messages are handled one after the other.</summary>
    private sealed class ListBus : IMessageBus
    {
        private readonly Queue<OutgoingMessage> _waiting = new();
        private int _delivered;

        /// <summary>Whether those who read a unit are told when it is done.</summary>
        public bool TellsReaders { get; init; } = true;

        public Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
        {
            // Nobody scrapes.
            if (!string.Equals(topic, Topics.Trigger(Phase.Scrapers), StringComparison.Ordinal))
            {
                foreach (var message in messages.Where(message => TellsReaders || StateJson.Read<Hint>(message.Body).Kind != HintKind.Completed))
                {
                    _waiting.Enqueue(message);
                }
            }

            return Task.CompletedTask;
        }

        public void Add(OutgoingMessage message) => _waiting.Enqueue(message);

        public async Task DrainAsync(HintHandler handler, CancellationToken cancellationToken)
        {
            while (_waiting.TryDequeue(out var message))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"r{++_delivered}");
                var answer = await handler.HandleAsync(new ReceivedMessage(id, message.Body, message.Attributes, 1), cancellationToken);
                if (answer.Disposition != HintDisposition.Done)
                {
                    throw new InvalidOperationException($"A quiet rebuild answered {answer.Disposition}: {answer.Reason}");
                }
            }
        }
    }
}
