using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NbaProps.Shared.Messaging;

/// <summary>The body of a Pub/Sub push request: a message, and the subscription that it was delivered for.</summary>
/// <param name="Message">What was published.</param>
/// <param name="Subscription">Full name, <c>projects/P/subscriptions/S</c>; null where the sender left it out.</param>
/// <param name="PublishTime">When the bus accepted the message; null where the sender left it out.</param>
/// <param name="OrderingKey">Set where the publisher asked for order.</param>
public sealed record PushEnvelope(
    ReceivedMessage Message,
    string? Subscription,
    DateTimeOffset? PublishTime = null,
    string? OrderingKey = null)
{
    private const string Accepted =
        """
        Accepted: {"message":{"data":"<base64 of UTF-8 text>","messageId":"<id>","attributes":{"<name>":"<text>"}},"subscription":"projects/<P>/subscriptions/<S>","deliveryAttempt":<n>}.
        """;

    private const int LongestId = 200;

    // A document is named after it; Pub/Sub's are numbers.
    private static readonly SearchValues<char> InIds = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:");

    // A body that is not UTF-8 must be refused: replacement characters would be a different message.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a request body.</summary>
    public static PushParseResult Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return FromBody(JsonSerializer.Deserialize(utf8Json, PushEnvelopeJson.Default.PushBody));
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }
    }

    /// <summary>Reads a request body.</summary>
    public static PushParseResult Parse(string json)
    {
        try
        {
            return FromBody(JsonSerializer.Deserialize(json, PushEnvelopeJson.Default.PushBody));
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }
    }

    /// <summary>Writes the request body as Pub/Sub does, with both spellings of the id and the publish time.</summary>
    public byte[] ToUtf8Json()
    {
        var publishTime = PublishTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var body = new PushBody
        {
            Message = new PushBodyMessage
            {
                Data = Convert.ToBase64String(StrictUtf8.GetBytes(Message.Body)),
                Attributes = Message.Attributes.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal),
                MessageId = Message.MessageId,
                MessageIdInSnakeCase = Message.MessageId,
                PublishTime = publishTime,
                PublishTimeInSnakeCase = publishTime,
                OrderingKey = OrderingKey,
            },
            Subscription = Subscription,
            DeliveryAttempt = Message.DeliveryAttempt,
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, PushEnvelopeJson.Default.PushBody);
    }

    private static PushParseResult FromBody(PushBody? body)
    {
        if (body?.Message is not { } message)
            return Wrong("it has no 'message'");
        if (message.Data is null)
            return Wrong("its message has no 'data'");
        if ((message.MessageId ?? message.MessageIdInSnakeCase) is not { Length: > 0 } id)
            return Wrong("its message has no 'messageId'");
        if (id.Length > LongestId || id.AsSpan().ContainsAnyExcept(InIds))
            return Wrong("its 'messageId' is not up to 200 letters, digits, '-', '_', '.' and ':'");
        if (body.DeliveryAttempt < 1)
            return Wrong("its 'deliveryAttempt' is below 1");

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in message.Attributes ?? [])
        {
            if (value is null)
                return Wrong($"its attribute '{name}' is null");
            attributes.Add(name, value);
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(Convert.FromBase64String(message.Data));
        }
        catch (FormatException)
        {
            return Wrong("its 'data' is not base64");
        }
        catch (DecoderFallbackException)
        {
            return Wrong("its 'data' is not UTF-8 text");
        }

        var received = new ReceivedMessage(id, text, attributes, body.DeliveryAttempt);
        return PushParseResult.Of(new PushEnvelope(
            received,
            body.Subscription,
            Time(message.PublishTime ?? message.PublishTimeInSnakeCase),
            string.IsNullOrEmpty(message.OrderingKey) ? null : message.OrderingKey));
    }

    // Only for tracing: a time that cannot be read is no reason to refuse a message.
    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private static PushParseResult NotJson(JsonException exception) =>
        Wrong(string.Create(
            CultureInfo.InvariantCulture,
            $"at {exception.Path ?? "$"}, line {exception.LineNumber ?? 0}, byte {exception.BytePositionInLine ?? 0}, it is not the JSON expected there"));

    private static PushParseResult Wrong(string what) => PushParseResult.Wrong($"The request body is not a Pub/Sub push: {what}. {Accepted}");
}
