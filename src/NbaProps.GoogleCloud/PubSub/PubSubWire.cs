using System.Text.Json.Serialization;

using NbaProps.GoogleCloud.Http;

namespace NbaProps.GoogleCloud.PubSub;

// The messages of Pub/Sub's REST interface, version 1, as far as they are used. Names and meaning: Google's reference of google.pubsub.v1.

internal sealed record WireTopic;

/// <summary>Without a time: never.</summary>
internal sealed record WireExpirationPolicy(string? Ttl);

internal sealed record PublishRequest(IReadOnlyList<WireMessage> Messages);

internal sealed record PublishResponse(IReadOnlyList<string>? MessageIds);

internal sealed record WireMessage
{
    public string? Data { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public string? MessageId { get; init; }

    public DateTimeOffset? PublishTime { get; init; }
}

internal sealed record WireSubscription
{
    public string? Name { get; init; }

    public string? Topic { get; init; }

    public WirePushConfig? PushConfig { get; init; }

    public int? AckDeadlineSeconds { get; init; }

    public string? MessageRetentionDuration { get; init; }

    public WireExpirationPolicy? ExpirationPolicy { get; init; }

    public string? Filter { get; init; }

    public WireDeadLetterPolicy? DeadLetterPolicy { get; init; }

    public WireRetryPolicy? RetryPolicy { get; init; }
}

internal sealed record WirePushConfig(string? PushEndpoint, WireOidcToken? OidcToken);

internal sealed record WireOidcToken(string ServiceAccountEmail, string Audience);

internal sealed record WireDeadLetterPolicy(string DeadLetterTopic, int MaxDeliveryAttempts);

internal sealed record WireRetryPolicy(string MinimumBackoff, string MaximumBackoff);

internal sealed record UpdateSubscriptionRequest(WireSubscription Subscription, string UpdateMask);

internal sealed record PullRequest(int MaxMessages, bool ReturnImmediately);

internal sealed record PullResponse(IReadOnlyList<WireReceived>? ReceivedMessages);

internal sealed record WireReceived(string AckId, WireMessage? Message, int? DeliveryAttempt = null);

internal sealed record AcknowledgeRequest(IReadOnlyList<string> AckIds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireTopic))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(PublishResponse))]
[JsonSerializable(typeof(WireSubscription))]
[JsonSerializable(typeof(UpdateSubscriptionRequest))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(PullResponse))]
[JsonSerializable(typeof(AcknowledgeRequest))]
internal sealed partial class PubSubJson : JsonSerializerContext
{
    /// <summary>As everything that is sent to Google.</summary>
    public static PubSubJson Short { get; } = new(WireJson.Options());
}
