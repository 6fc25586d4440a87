using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>One message that a service was handed, with what came of its newest delivery. At least once: rows of one message_id are one message.</summary>
[Table("nba_orchestration", "pipeline_event_log", Kind = TableKind.Log)]
public sealed record PipelineEventLogRow : WarehouseRow
{
    /// <summary>US Eastern day of the wall clock on which it was handled.</summary>
    [Key(0)]
    public required GameDate EventDate { get; init; }

    /// <summary>The bus's id.</summary>
    [Key(1)]
    public required string MessageId { get; init; }

    /// <summary>The service instance that handled it: a topic's subscriptions each deliver the message.</summary>
    [Key(2)]
    public required string Instance { get; init; }

    /// <summary>Look or Completed; NULL for what is no hint.</summary>
    public string? Kind { get; init; }

    /// <summary>The unit that it names; NULL for what is no hint.</summary>
    [Cluster(0)]
    public string? Unit { get; init; }

    /// <summary>The chain of runs; NULL where it began none.</summary>
    public string? ChainId { get; init; }

    /// <summary>Who sent it: a run, the scheduler, the tick, an operator; NULL where it does not say.</summary>
    public string? Origin { get; init; }

    /// <summary>Which delivery it was, from 1; NULL where the bus does not say.</summary>
    [Between(1, 100_000)]
    public int? DeliveryAttempt { get; init; }

    /// <summary>Done, Retry or Malformed.</summary>
    public required string Disposition { get; init; }

    /// <summary>What came of each unit that was looked at, or what was wrong.</summary>
    public required string Outcome { get; init; }

    /// <summary>When it had been handled, wall clock, UTC.</summary>
    public required DateTimeOffset HandledAt { get; init; }

    internal static PipelineEventLogRow Of(MessageDocument message) => new()
    {
        EventDate = GameDate.FromInstant(message.HandledAt),
        MessageId = message.MessageId,
        Instance = message.Instance,
        Kind = message.Kind?.ToString(),
        Unit = message.Unit,
        ChainId = message.CorrelationId is { Length: > 0 } chain ? chain : null,
        Origin = message.Origin is { Length: > 0 } origin ? origin : null,
        DeliveryAttempt = message.DeliveryAttempt,
        Disposition = message.Disposition.ToString(),
        Outcome = message.Outcome,
        HandledAt = message.HandledAt,
        Source = OrchestrationTables.Source,
        AsOf = message.HandledAt,
    };
}
