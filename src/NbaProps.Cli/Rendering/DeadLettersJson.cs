using System.Text.Json;

using NbaProps.Shared.Messaging;

namespace NbaProps.Cli.Rendering;

/// <summary>Dead letters as JSON.</summary>
internal static class DeadLettersJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DeadLetter> letters)
    {
        json.WriteStartArray();
        foreach (var letter in letters)
        {
            Write(json, letter);
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, DeadLetter letter)
    {
        json.WriteStartObject();
        json.WriteNumber("id", letter.Id);
        json.WriteString("subscription", letter.Subscription);
        json.WriteString("topic", letter.Topic);
        json.WriteString("message_id", letter.MessageId);
        json.WriteString("published_at", letter.PublishedAt.ToUniversalTime());
        json.WriteString("given_up_at", letter.At.ToUniversalTime());
        json.WriteNumber("attempts", letter.Attempts);
        json.WriteString("last_error", letter.LastError);
        json.WriteString("body", letter.Body);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in letter.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
