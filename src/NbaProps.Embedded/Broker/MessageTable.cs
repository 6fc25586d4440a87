using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.Embedded.Broker;

/// <summary>Published messages, kept while a delivery of theirs is open.</summary>
internal static class MessageTable
{
    private static readonly IReadOnlyDictionary<string, string> NoAttributes = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Adds a message; answers its id.</summary>
    public static long Add(BrokerConnection connection, string topic, string body, IReadOnlyDictionary<string, string> attributes, long publishedAt) =>
        (long)connection.Scalar(
            "INSERT INTO messages (topic, body, attributes, published_at) VALUES ($1, $2, $3, $4) RETURNING message_id",
            topic,
            body,
            WriteAttributes(attributes),
            publishedAt)!;

    /// <summary>Adds a delivery of it that is due at once.</summary>
    public static void Deliver(BrokerConnection connection, long messageId, string subscription, long dueAt) =>
        connection.Execute(
            "INSERT INTO deliveries (message_id, subscription, state, attempt, next_attempt_at) VALUES ($1, $2, 'waiting', 0, $3)",
            messageId,
            subscription,
            dueAt);

    /// <summary>Removes a message once no subscription waits for it.</summary>
    public static void RemoveIfSettled(BrokerConnection connection, long messageId) =>
        connection.Execute(
            "DELETE FROM messages WHERE message_id = $1 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE message_id = $1)",
            messageId);

    public static string WriteAttributes(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Count == 0
            ? "{}"
            : JsonSerializer.Serialize(attributes.ToDictionary(StringComparer.Ordinal), AttributesJson.Default.DictionaryStringString);

    public static IReadOnlyDictionary<string, string> ReadAttributes(string json) =>
        string.Equals(json, "{}", StringComparison.Ordinal)
            ? NoAttributes
            : JsonSerializer.Deserialize(json, AttributesJson.Default.DictionaryStringString) ?? NoAttributes;
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AttributesJson : JsonSerializerContext;
