using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Support;

/// <summary>A runtime over the real manifest that runs no phase, on stores in memory: what a watcher sees of units that a test puts there.</summary>
internal sealed class WatchedPipeline
{
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<Phase> _phases;

    public WatchedPipeline(FakeTimeProvider time, IReadOnlyList<UnitWorkRegistration>? works = null, PipelineManifest? manifest = null, HeldGameClock? clock = null, Func<IStateStore, IStateStore>? seen = null, IObjectStore? objects = null, DeploymentWatch? deployment = null)
    {
        _time = time;
        Clock = clock ?? new HeldGameClock();
        manifest ??= NbaPipeline.Manifest;
        foreach (var table in manifest.AllTables)
        {
            Warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        _phases = works is null ? [] : [.. works.Select(work => work.Declaration.Phase).Distinct()];
        State = new InMemoryStateStore(time);
        Runtime = PipelineRuntime.Create(new()
        {
            Manifest = manifest,
            Phases = _phases,
            Works = works ?? [],
            Ports = new Ports(seen?.Invoke(State) ?? State, Warehouse, objects ?? new InMemoryObjectStore(), Bus),
            Time = time,
            GameClock = Clock,
            Options = new RuntimeOptions { StateRetryDelay = TimeSpan.Zero },
            Deployment = deployment,
            Instance = "test",
            Loggers = NullLoggerFactory.Instance,
        });
    }

    public HeldGameClock Clock { get; }

    public InMemoryStateStore State { get; }

    public InMemoryWarehouse Warehouse { get; } = new();

    public InMemoryMessageBus Bus { get; } = new();

    public PipelineRuntime Runtime { get; }

    public Task<bool> ReachAsync(GameDate date, Moment moment, DateTimeOffset? now = null)
    {
        var asOf = Moments.InstantOf(moment, date, firstTip: null);
        return Runtime.Days.ReachAsync(date, moment, asOf, visit: 1, "test", now ?? asOf, CancellationToken.None);
    }

    public async Task PutAsync(params UnitDocument[] units) =>
        (await State.CommitAsync([.. units.Select(unit => UnitWrites.Of(unit, _time.GetUtcNow(), Precondition.None))], CancellationToken.None))
            .ShouldBeOfType<CommitResult.Committed>();

    public async Task PutAsync<TRow>(GameDate date, params TRow[] rows)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var lineage = new Lineage("test", "test", DateTimeOffset.UnixEpoch, 1, 1);
        var batch = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [.. rows.Select(row => lineage.Stamp(table.ToValues(row)))]);
        (await Warehouse.ReplaceAsync(new PartitionWrite(table.Schema, new(date), 1, batch), CancellationToken.None)).ShouldBe(FencedWrite.Written);
    }

    /// <summary>Hands every message that a phase run here subscribes to to the handler until none comes any more.</summary>
    public async Task PumpAsync()
    {
        var topics = _phases.SelectMany(phase => Topics.SubscribedBy(phase, Runtime.Manifest)).ToHashSet(StringComparer.Ordinal);
        while (Bus.Drain() is { Count: > 0 } messages)
        {
            foreach (var message in messages.Where(message => topics.Contains(message.Topic)))
            {
                // A last delivery: what fails is then left to the tick.
                (await Runtime.Handler.HandleAsync(message.Received(deliveryAttempt: 15), CancellationToken.None)).Disposition.ShouldNotBe(HintDisposition.Malformed);
            }
        }
    }

    /// <summary>Lets a day reach a moment, as the scheduler does, and everything that follows happen.</summary>
    public async Task ReachAndRunAsync(GameDate date, Moment moment)
    {
        Clock.Hold(Moments.InstantOf(moment, date, firstTip: null));
        await ReachAsync(date, moment);
        var hints = Runtime.Manifest.TriggeredBy(date, moment).Select(unit => LookHint.Of(unit, "test", "test", null)).ToArray();
        await Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), hints, CancellationToken.None);
        await PumpAsync();
    }

    public Task<IReadOnlyList<ExpectedOutput>> CompareAsync(DateTimeOffset? now) => Runtime.Tick.CompareAsync(dates: null, now, CancellationToken.None);

    public async Task<UnitDocument> UnitAsync(UnitKey unit) =>
        StateJson.Read<UnitDocument>((await State.GetAsync(unit.Path, CancellationToken.None)).Document.ShouldNotBeNull().Json);
}
