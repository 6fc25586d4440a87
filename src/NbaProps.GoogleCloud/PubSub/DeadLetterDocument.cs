using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>A dead letter as it is kept in state.</summary>
internal static class DeadLetterDocument
{
    /// <summary>The collection.</summary>
    public const string Collection = "dead_letters";

    private const string Prefix = "CloudPubSubDeadLetter";
    private const string Subscription = "CloudPubSubDeadLetterSourceSubscription";
    private const string Count = "CloudPubSubDeadLetterSourceDeliveryCount";
    private const string PublishedAt = "CloudPubSubDeadLetterSourceTopicPublishTime";
    private const string NotTold = "Pub/Sub does not keep it: the service's log names the message";

    // Whoever publishes what no endpoint can read ends here, so that this must read everything.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where the letter of a number is kept; ordered like the numbers.</summary>
    public static DocumentPath PathOf(long id) => new(Collection, id.ToString("0000000000000000000", CultureInfo.InvariantCulture));

    /// <summary>What Pub/Sub handed on.</summary>
    public static DeadLetter Of(WireMessage message)
    {
        var attributes = message.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var (body, isText) = BodyOf(message.Data);
        var at = message.PublishTime ?? DateTimeOffset.UnixEpoch;
        return new(
            IdOf(message.MessageId ?? string.Empty),
            PubSubNames.Short(attributes.GetValueOrDefault(Subscription) ?? "unknown"),
            Topic: string.Empty,
            message.MessageId ?? string.Empty,
            body,
            attributes.Where(pair => !IsOurs(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            DateTimeOffset.TryParse(attributes.GetValueOrDefault(PublishedAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published) ? published : at,
            int.TryParse(attributes.GetValueOrDefault(Count), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) ? attempts : 0,
            isText ? NotTold : "its data is not UTF-8 text, and is shown as far as it is",
            at);
    }

    /// <summary>The document's body.</summary>
    public static string Write(DeadLetter letter) => JsonSerializer.Serialize(letter, DeadLetterJson.Default.DeadLetter);

    /// <summary>The letter in a document.</summary>
    public static DeadLetter Read(Document document) =>
        JsonSerializer.Deserialize(document.Json, DeadLetterJson.Default.DeadLetter) ?? throw new PermanentException($"{document.Path} holds no dead letter.");

    // Pub/Sub's ids are numbers, though it only promises text.
    private static long IdOf(string messageId) => long.TryParse(messageId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(messageId))) & long.MaxValue;

    private static bool IsOurs(string attribute) => attribute.StartsWith(Prefix, StringComparison.Ordinal) || attribute is SubscriptionFilter.ReplayFor;

    private static (string Body, bool IsText) BodyOf(string? data)
    {
        var bytes = Convert.FromBase64String(data ?? string.Empty);
        try
        {
            return (Strict.GetString(bytes), true);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.UTF8.GetString(bytes), false);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeadLetter))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;
