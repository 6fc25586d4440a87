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

    /// <summary>The rest of those that are too long for one document: the whole body, in parts.</summary>
    public const string Parts = "dead_letter_parts";

    // Firestore's limit of a document is 1 MiB, with its name and its fields' names.
    private const int LongestDocument = 900_000;

    // As JSON writes it a character takes six bytes at most.
    private const int PartLength = 100_000;
    private const int ShownLength = 10_000;

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

    /// <summary>Where a part of a letter's body is kept.</summary>
    public static DocumentPath PartOf(long id, int part) => new(Parts, string.Create(CultureInfo.InvariantCulture, $"{id:0000000000000000000}-{part:0000}"));

    /// <summary>The documents of a letter, that with its number last: once it is there, all of them are.</summary>
    public static IReadOnlyList<(DocumentPath Path, string Json)> Write(DeadLetter letter)
    {
        var whole = JsonOf(new(letter, Parts: 0));
        if (Encoding.UTF8.GetByteCount(whole) <= LongestDocument)
        {
            return [(PathOf(letter.Id), whole)];
        }

        var parts = Split(letter.Body).Select((text, part) => (PartOf(letter.Id, part), JsonSerializer.Serialize(new DeadLetterPart(text), DeadLetterJson.Default.DeadLetterPart))).ToList();
        var shown = letter with
        {
            Body = letter.Body[..EndBefore(letter.Body, ShownLength)],
            LastError = string.Create(CultureInfo.InvariantCulture, $"{letter.LastError}; of its {letter.Body.Length} characters this is the beginning, nbaprops dead-letters show has them all"),
        };
        return [.. parts, (PathOf(letter.Id), JsonOf(new(shown, parts.Count)))];
    }

    /// <summary>The letter in a document, and in how many parts its body is kept beside it; 0 where it is whole.</summary>
    public static KeptDeadLetter Read(Document document) =>
        JsonSerializer.Deserialize(document.Json, DeadLetterJson.Default.KeptDeadLetter) is { Letter: not null } kept ? kept : throw new PermanentException($"{document.Path} holds no dead letter.");

    /// <summary>The text in a part.</summary>
    public static string ReadPart(Document document) =>
        JsonSerializer.Deserialize(document.Json, DeadLetterJson.Default.DeadLetterPart)?.Text ?? throw new PermanentException($"{document.Path} holds no part of a dead letter.");

    private static string JsonOf(KeptDeadLetter kept) => JsonSerializer.Serialize(kept, DeadLetterJson.Default.KeptDeadLetter);

    private static IEnumerable<string> Split(string text)
    {
        for (var (from, to) = (0, 0); from < text.Length; from = to)
        {
            to = EndBefore(text, from + PartLength);
            yield return text[from..to];
        }
    }

    // Half a character cannot be written.
    private static int EndBefore(string text, int end) => end >= text.Length ? text.Length : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

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

/// <summary>A dead letter as it is kept.</summary>
/// <param name="Letter">The letter; of one whose body is kept in parts with the beginning of it.</param>
/// <param name="Parts">The number of parts; 0 for none.</param>
internal sealed record KeptDeadLetter(DeadLetter Letter, int Parts);

/// <summary>A part of a body.</summary>
/// <param name="Text">Its text.</param>
internal sealed record DeadLetterPart(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptDeadLetter))]
[JsonSerializable(typeof(DeadLetterPart))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;
