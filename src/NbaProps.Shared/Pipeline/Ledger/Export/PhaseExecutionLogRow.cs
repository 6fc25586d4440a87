using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>One run that has ended, as the ledger has it. At least once: rows of one run_id are one run.</summary>
[Table("nba_orchestration", "phase_execution_log", Kind = TableKind.Log)]
public sealed record PhaseExecutionLogRow : WarehouseRow
{
    /// <summary>US Eastern sports day that the run worked on.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The run: derived from unit and token. Another column than lineage's run_id, which is the export's.</summary>
    [Key(1)]
    public required string ExecutionId { get; init; }

    /// <summary>The processor, scraper or hand-off.</summary>
    [Cluster(0)]
    public required string Processor { get; init; }

    /// <summary>The phase.</summary>
    [Between(1, 5)]
    public required int Phase { get; init; }

    /// <summary>The game, for units per game; NULL for the whole date.</summary>
    public GameId? GameId { get; init; }

    /// <summary>Succeeded, NoData, Degraded, Blocked or Failed.</summary>
    public required string State { get; init; }

    /// <summary>Why it ended so, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Transient, Permanent or Defect for failed runs; NULL for others.</summary>
    public string? Fault { get; init; }

    /// <summary>Rows or captures of the output after the run.</summary>
    [Between(0, 10_000_000)]
    public required long OutputRows { get; init; }

    /// <summary>What the run counted besides its rows, such as errors by section of the gamebooks: name=count, parted by "; ". NULL when it counted nothing.</summary>
    public string? Counts { get; init; }

    /// <summary>Whether the run wrote.</summary>
    public required bool Wrote { get; init; }

    /// <summary>Generation of the unit after the run.</summary>
    public required long UnitGeneration { get; init; }

    /// <summary>Fencing token of the run.</summary>
    public required long FencingToken { get; init; }

    /// <summary>What asked for the run: a hint's kind and sender.</summary>
    public required string AskedBy { get; init; }

    /// <summary>The chain of runs that it belongs to.</summary>
    public required string ChainId { get; init; }

    /// <summary>Name and process of the service that ran it.</summary>
    public required string Instance { get; init; }

    /// <summary>Beginning by the state store's clock, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End by the state store's clock, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    internal static PhaseExecutionLogRow Of(LedgerRow run, DateTimeOffset endedAt)
    {
        var unit = Units.UnitKey.Parse(run.Unit);
        return new()
        {
            GameDate = unit.Partition.Date,
            ExecutionId = run.RunId,
            Processor = unit.Processor,
            Phase = run.Phase,
            GameId = unit.Partition.Game,
            State = run.State.ToString(),
            Reason = run.Reason,
            Fault = run.Fault,
            OutputRows = run.Rows,
            Counts = run.Counts,
            Wrote = run.Wrote,
            UnitGeneration = run.Generation,
            FencingToken = run.Token,
            AskedBy = run.Trigger,
            ChainId = run.CorrelationId,
            Instance = run.Instance,
            StartedAt = run.StartedAt,
            EndedAt = endedAt,
            Source = OrchestrationTables.Source,
            AsOf = run.AsOf ?? endedAt,
        };
    }
}
