using Microsoft.Extensions.Logging;

using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline;

/// <summary>The runtime of one process, put together from its ports: what a service, the watcher and the deterministic harness all use.</summary>
public sealed class PipelineRuntime
{
    // A season of every table that is read as history, and some.
    private const int CachedPartitions = 4_000;

    private PipelineRuntime(PipelineManifest manifest, Ports ports, GameDays days, HintHandler handler, Tick tick, StaleRuns stale, LedgerExport export, OldRecords old, UnitRunner runner)
    {
        Manifest = manifest;
        Ports = ports;
        Days = days;
        Handler = handler;
        Tick = tick;
        StaleRuns = stale;
        Export = export;
        OldRecords = old;
        Runner = runner;
    }

    /// <summary>The pipeline.</summary>
    public PipelineManifest Manifest { get; }

    /// <summary>The ports.</summary>
    public Ports Ports { get; }

    /// <summary>The game days' clocks.</summary>
    public GameDays Days { get; }

    /// <summary>What a pushed message is given to.</summary>
    public HintHandler Handler { get; }

    /// <summary>What replaces lost messages.</summary>
    public Tick Tick { get; }

    /// <summary>What closes runs that were abandoned and that nobody takes over.</summary>
    public StaleRuns StaleRuns { get; }

    /// <summary>What hands the ledger on to the logs in the warehouse.</summary>
    public LedgerExport Export { get; }

    /// <summary>What removes runs and incidents of long ago from state.</summary>
    public OldRecords OldRecords { get; }

    internal UnitRunner Runner { get; }

    /// <summary>Whether a unit's last run gave an output.</summary>
    public async Task<bool> HasOutputAsync(UnitKey unit, CancellationToken cancellationToken) =>
        (await Ports.State.GetAsync(unit.Path, cancellationToken)).Document is { } found && StateJson.Read<UnitDocument>(found.Json).Outcome.HasOutput();

    /// <summary>Puts a runtime together.</summary>
    /// <param name="settings">What it runs, and on what.</param>
    /// <exception cref="InvalidOperationException">A processor of the process's phases is not implemented, or one is unknown to the manifest.</exception>
    public static PipelineRuntime Create(PipelineRuntimeSettings settings)
    {
        var (manifest, ports, time, options) = (settings.Manifest, settings.Ports, settings.Time, settings.Options);
        var calls = new StateCalls(ports.State, time, options);
        var games = new WarehouseGames(ports.Warehouse, calls);
        var records = settings.Records;
        var reader = new StoredUnits(calls, records);
        var loader = new InputLoader(manifest, ports.Warehouse, ports.Objects, ports.State, new PartitionCache(CachedPartitions), settings.Computed, settings.Deployment);
        var registry = new ProcessorRegistry(manifest, settings.Phases, settings.Works.Select(work => work.Create(new UnitWorkSurroundings(ports, loader, settings.GameClock, time, options, settings.Computed))));
        var inspector = new InputInspector(manifest, games);
        var monitor = new RunMonitor(settings.Loggers.CreateLogger<UnitRunner>());
        var lister = new UnitLister(games);
        var days = new GameDays(ports.State, time, options);
        var runner = new UnitRunner(
            manifest,
            registry,
            calls,
            reader,
            new InputPaths(manifest),
            inspector,
            new Acquisition(calls, time, options, new RunIdentity(settings.Instance)),
            new OutboxPublisher(manifest, ports.Bus, calls, options, monitor),
            time,
            options,
            monitor);
        var handler = new HintHandler(manifest, registry, runner, lister, reader, days, ports.Bus, new MessageLog(ports.State, time, settings.Instance, monitor));
        var tick = new Tick(manifest, new ExpectedOutputs(manifest, inspector, lister, options), ports.State, records, ports.Bus);
        var export = new LedgerExport(manifest, ports, time, settings.Loggers.CreateLogger<LedgerExport>());
        return new PipelineRuntime(manifest, ports, days, handler, tick, new StaleRuns(ports.State, options), export, new OldRecords(ports.State, options), runner);
    }
}

/// <summary>What a runtime is made of.</summary>
public sealed record PipelineRuntimeSettings
{
    /// <summary>The pipeline.</summary>
    public required PipelineManifest Manifest { get; init; }

    /// <summary>The phases that this process runs; none for one that only watches.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>What it can do.</summary>
    public required IReadOnlyList<UnitWorkRegistration> Works { get; init; }

    /// <summary>What it stands on.</summary>
    public required Ports Ports { get; init; }

    /// <summary>The wall clock: for leases, waits and budgets only.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The clock of the game days: when an upstream answered.</summary>
    public required GameClock GameClock { get; init; }

    /// <summary>Times and limits.</summary>
    public required RuntimeOptions Options { get; init; }

    /// <summary>Name of this instance, unique among those that run at the same time.</summary>
    public required string Instance { get; init; }

    /// <summary>Compares the process's build with main; null where nobody watches that.</summary>
    public DeploymentWatch? Deployment { get; init; }

    /// <summary>What was computed before, by whichever runtime of this process; null where every run computes.</summary>
    internal ComputedUnits? Computed { get; init; }

    /// <summary>Units that were read before. What says the same is the same record, whichever runtime of this process has read it.</summary>
    internal UnitRecords Records { get; init; } = new();

    /// <summary>Where logs go.</summary>
    public required ILoggerFactory Loggers { get; init; }
}
