using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>A sign of life: the newest run of a processor among those that one export found, and how many there were.</summary>
[Table("nba_orchestration", "processor_heartbeats", Kind = TableKind.Log)]
public sealed record ProcessorHeartbeatRow : WarehouseRow
{
    /// <summary>US Eastern day of the wall clock.</summary>
    [Key(0)]
    public required GameDate BeatDate { get; init; }

    /// <summary>The processor, scraper or hand-off.</summary>
    [Key(1)]
    public required string Processor { get; init; }

    /// <summary>End of its newest run by the state store's clock, UTC.</summary>
    [Key(2)]
    public required DateTimeOffset LastRunEndedAt { get; init; }

    /// <summary>How the newest run ended.</summary>
    public required string LastState { get; init; }

    /// <summary>Unit of the newest run.</summary>
    public required string LastUnit { get; init; }

    /// <summary>Runs since the heartbeat before.</summary>
    [Between(1, 10_000_000)]
    public required int Runs { get; init; }

    /// <summary>Those of them that failed.</summary>
    [Between(0, 10_000_000)]
    public required int Failed { get; init; }

    internal static IEnumerable<ProcessorHeartbeatRow> Of(IEnumerable<PhaseExecutionLogRow> runs) => runs
        .GroupBy(run => run.Processor, StringComparer.Ordinal)
        .OrderBy(processor => processor.Key, StringComparer.Ordinal)
        .Select(processor => Of(processor.Key, [.. processor.OrderBy(run => run.EndedAt).ThenBy(run => run.ExecutionId, StringComparer.Ordinal)]));

    private static ProcessorHeartbeatRow Of(string processor, PhaseExecutionLogRow[] runs) => new()
    {
        BeatDate = GameDate.FromInstant(runs[^1].EndedAt),
        Processor = processor,
        LastRunEndedAt = runs[^1].EndedAt,
        LastState = runs[^1].State,
        LastUnit = runs[^1].GameId is { } game ? $"{runs[^1].GameDate}|{game}" : runs[^1].GameDate.ToString(),
        Runs = runs.Length,
        Failed = runs.Count(run => string.Equals(run.State, nameof(RunState.Failed), StringComparison.Ordinal)),
        Source = OrchestrationTables.Source,
        AsOf = runs[^1].EndedAt,
    };
}
