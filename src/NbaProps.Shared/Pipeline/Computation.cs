using NbaProps.Domain.Calendar;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>What a processor computed: the rows that its partition shall hold, and how good they are.</summary>
/// <typeparam name="TRow">Row of the output table.</typeparam>
/// <param name="State">Succeeded, NoData or Degraded.</param>
/// <param name="Reason">One sentence; for Degraded what is missing.</param>
/// <param name="Rows">All rows of the partition; empty for NoData.</param>
public sealed record Computation<TRow>(RunState State, string Reason, IReadOnlyList<TRow> Rows)
    where TRow : WarehouseRow
{
    /// <summary>What the run counted besides its rows, in the order in which it is told; it ends in the run's ledger row.</summary>
    public IReadOnlyList<NamedCount> Counts { get; init; } = [];

    /// <summary>The rows, complete.</summary>
    public static Computation<TRow> Of(IReadOnlyList<TRow> rows, string? reason = null) =>
        rows.Count == 0 ? NoData(reason ?? "no rows") : new(RunState.Succeeded, reason ?? $"{rows.Count} rows", rows);

    /// <summary>The rows, with something missing.</summary>
    public static Computation<TRow> Degraded(IReadOnlyList<TRow> rows, string reason) => new(RunState.Degraded, reason, rows);

    /// <summary>No rows, and rightly so.</summary>
    public static Computation<TRow> NoData(string reason) => new(RunState.NoData, reason, []);
}

/// <summary>The moment and place that a computation speaks for.</summary>
/// <param name="Partition">What the unit covers.</param>
/// <param name="AsOf">The game day's as-of: no fact captured later may enter a decision about what was known.</param>
public sealed record RunContext(Partition Partition, DateTimeOffset AsOf)
{
    /// <summary>
    /// The game clock at the run, not before <see cref="AsOf"/>: what has begun by then is frozen. Between a cut-off and the next morning it is
    /// hours ahead, and a correction that comes in then must not touch what was served. It decides nothing else.
    /// </summary>
    public DateTimeOffset Now { get; init; } = AsOf;

    /// <summary>The game date.</summary>
    public GameDate Date => Partition.Date;
}

/// <summary>The declared inputs of a run, as rows.</summary>
public interface IInputs
{
    /// <summary>The rows of a declared table input over its declared dates (for a unit per game, of the whole dates).</summary>
    /// <exception cref="InvalidOperationException">The table is not a declared input.</exception>
    IReadOnlyList<TRow> Rows<TRow>()
        where TRow : WarehouseRow;

    /// <summary>The rows that the processor's own partition holds now; needs <see cref="ProcessorDeclaration.ReadsOwnOutput"/>.</summary>
    IReadOnlyList<TRow> Own<TRow>()
        where TRow : WarehouseRow;

    /// <summary>The operator's aliases of names that count for the unit's date and concern a declared source.</summary>
    /// <exception cref="InvalidOperationException">Aliases are no declared input.</exception>
    NameAliases Aliases { get; }

    /// <summary>Where the build that runs the unit stands against main, as it was read for this run.</summary>
    /// <exception cref="InvalidOperationException">It is no declared input.</exception>
    DeploymentFacts Deployment { get; }

    /// <summary>The payloads captured for the unit's date by a declared scraper, oldest first.</summary>
    IReadOnlyList<CapturedPayload> Captures(string scraper);
}

/// <summary>A pure function from rows to rows, with its declaration. It reads no clock, no store and no configuration that its declaration does not hash.</summary>
/// <typeparam name="TRow">Row of the output table.</typeparam>
public interface IProcessor<TRow>
    where TRow : WarehouseRow
{
    /// <summary>Its line of the manifest.</summary>
    ProcessorDeclaration Declaration { get; }

    /// <summary>The rows of the unit's partition.</summary>
    /// <exception cref="Resilience.PermanentException">The inputs cannot be used; the message names what and where.</exception>
    Computation<TRow> Compute(IInputs inputs, RunContext context);
}
