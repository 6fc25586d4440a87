namespace NbaProps.Shared.Observability;

/// <summary>Names of span attributes: OpenTelemetry's semantic conventions for messaging on Pub/Sub, and our own.</summary>
public static class MessagingTags
{
    /// <summary>The messaging system; always <c>gcp_pubsub</c>, also for the embedded broker, which keeps Pub/Sub's rules.</summary>
    public const string System = "messaging.system";

    /// <summary>The topic.</summary>
    public const string Destination = "messaging.destination.name";

    /// <summary>The subscription.</summary>
    public const string Subscription = "messaging.destination.subscription.name";

    /// <summary>The message's id.</summary>
    public const string MessageId = "messaging.message.id";

    /// <summary><c>send</c> or <c>process</c>.</summary>
    public const string Operation = "messaging.operation.type";

    /// <summary>How many messages one call carried.</summary>
    public const string BatchCount = "messaging.batch.message_count";

    /// <summary>1 at the first delivery.</summary>
    public const string DeliveryAttempt = "messaging.gcp_pubsub.message.delivery_attempt";

    /// <summary>The unit of work.</summary>
    public const string Unit = "nbaprops.unit";

    /// <summary>The run of the unit.</summary>
    public const string RunId = "nbaprops.run_id";

    /// <summary>The chain of runs.</summary>
    public const string CorrelationId = "nbaprops.correlation_id";
}
