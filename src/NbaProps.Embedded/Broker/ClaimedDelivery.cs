using System.Globalization;

using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>Names a delivery: one message, for one subscription.</summary>
internal readonly record struct DeliveryKey(long MessageId, string Subscription);

/// <summary>A delivery that this dispatcher pushes.</summary>
internal sealed record ClaimedDelivery(
    DeliveryKey Key,
    int Attempt,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset PublishedAt)
{
    /// <summary>What is posted.</summary>
    public PushEnvelope Envelope(string projectId) => new(
        new ReceivedMessage(Key.MessageId.ToString(CultureInfo.InvariantCulture), Body, Attributes, Attempt),
        $"projects/{projectId}/subscriptions/{Key.Subscription}",
        PublishedAt);
}

/// <summary>How a push ended.</summary>
internal enum PushVerdict
{
    /// <summary>The endpoint took it.</summary>
    Acknowledged,

    /// <summary>Refused, unanswered or unreachable: back off, or give up.</summary>
    Refused,

    /// <summary>This process is stopping; it was no fault of the message.</summary>
    CutOff,
}

/// <summary>A push that ended, and what to remember of it.</summary>
internal sealed record PushOutcome(ClaimedDelivery Delivery, PushVerdict Verdict, string? Error);
