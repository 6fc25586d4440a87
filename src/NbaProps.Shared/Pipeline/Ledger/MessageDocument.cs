using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ledger;

/// <summary>What came of a message, written after it was handled. For tracing only: nothing that decides reads it.</summary>
internal sealed record MessageDocument
{
    internal const string Collection = "messages";

    /// <summary>The bus's id.</summary>
    public required string MessageId { get; init; }

    /// <summary>The service instance.</summary>
    public required string Instance { get; init; }

    /// <summary>Which delivery, from 1; null where the bus does not say.</summary>
    public int? DeliveryAttempt { get; init; }

    /// <summary>The hint's kind; null for what is no hint.</summary>
    public HintKind? Kind { get; init; }

    /// <summary>The hint's unit; null for what is no hint.</summary>
    public string? Unit { get; init; }

    /// <summary>The chain of runs.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Who sent it.</summary>
    public string? Origin { get; init; }

    /// <summary>What was replied.</summary>
    public required HintDisposition Disposition { get; init; }

    /// <summary>What came of it.</summary>
    public required string Outcome { get; init; }

    /// <summary>When, wall clock, UTC.</summary>
    public required DateTimeOffset HandledAt { get; init; }

    /// <summary>Always: an export must look at it, and removes it. The stores index this field.</summary>
    public bool Attention { get; } = true;

    /// <summary>A topic's subscriptions each have their delivery of a message, and each service is one.</summary>
    internal DocumentPath Path => new(Collection, $"{MessageId}|{Instance}");
}
