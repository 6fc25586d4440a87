using System.Text.Json.Serialization;

namespace NbaProps.Shared.Messaging;

/// <summary>The wire form of a push request. Pub/Sub sends two members in both spellings; a reader must not count on either.</summary>
internal sealed record PushBody
{
    public PushBodyMessage? Message { get; init; }

    public string? Subscription { get; init; }

    public int? DeliveryAttempt { get; init; }
}

/// <summary>The message inside a push request.</summary>
internal sealed record PushBodyMessage
{
    public string? Data { get; init; }

    public Dictionary<string, string?>? Attributes { get; init; }

    public string? MessageId { get; init; }

    [JsonPropertyName("message_id")]
    public string? MessageIdInSnakeCase { get; init; }

    public string? PublishTime { get; init; }

    [JsonPropertyName("publish_time")]
    public string? PublishTimeInSnakeCase { get; init; }

    public string? OrderingKey { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PushBody))]
internal sealed partial class PushEnvelopeJson : JsonSerializerContext;
