namespace NbaProps.Shared.Messaging;

/// <summary>A push subscription: every message of the topic that it asks for is posted to the endpoint until it is acknowledged or gives up.</summary>
/// <param name="Name">Unique among all subscriptions.</param>
/// <param name="Topic">Whose messages it receives.</param>
/// <param name="PushEndpoint">Where they are posted to.</param>
public sealed record Subscription(string Name, string Topic, Uri PushEndpoint)
{
    /// <summary>
    /// Name of an attribute: messages without it are not for this subscription, and the bus takes them for acknowledged (Pub/Sub's filter
    /// <c>attributes:NAME</c>). Null: all messages of the topic are.
    /// </summary>
    public string? RequiredAttribute { get; init; }

    /// <summary>After how many attempts a message becomes a dead letter; null: the bus's default.</summary>
    public int? MaxDeliveryAttempts { get; init; }

    /// <summary>Wait before the second attempt, doubled for each further one; null: the bus's default.</summary>
    public TimeSpan? MinBackoff { get; init; }

    /// <summary>Longest wait between attempts; null: the bus's default.</summary>
    public TimeSpan? MaxBackoff { get; init; }

    /// <summary>How long the endpoint may take to answer; no answer by then is a refusal. Null: the bus's default.</summary>
    public TimeSpan? AckDeadline { get; init; }
}
