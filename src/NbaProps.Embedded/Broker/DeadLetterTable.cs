using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>Deliveries that were given up. They carry the whole message, so that nothing else need be kept.</summary>
internal static class DeadLetterTable
{
    private const string Columns = "id, subscription, topic, message_id, body, attributes, published_at, attempts, last_error, at";

    /// <summary>Moves a delivery to the dead letters, in the caller's transaction. Does nothing when it is no longer there.</summary>
    public static void GiveUp(BrokerConnection connection, long messageId, string subscription, string error, long now)
    {
        connection.Execute(
            """
            INSERT INTO dead_letters (subscription, topic, message_id, body, attributes, published_at, attempts, last_error, at)
            SELECT d.subscription, m.topic, m.message_id, m.body, m.attributes, m.published_at, d.attempt, $3, $4
            FROM deliveries d JOIN messages m ON m.message_id = d.message_id
            WHERE d.message_id = $1 AND d.subscription = $2
            """,
            messageId,
            subscription,
            error,
            now);
        connection.Execute("DELETE FROM deliveries WHERE message_id = $1 AND subscription = $2", messageId, subscription);
        MessageTable.RemoveIfSettled(connection, messageId);
    }

    /// <summary>Oldest first.</summary>
    public static List<DeadLetter> List(BrokerConnection connection, string? subscription) =>
        subscription is null
            ? connection.Query($"SELECT {Columns} FROM dead_letters ORDER BY id", Read)
            : connection.Query($"SELECT {Columns} FROM dead_letters WHERE subscription = $1 ORDER BY id", Read, subscription);

    /// <summary>One, or null.</summary>
    public static DeadLetter? Get(BrokerConnection connection, long id) =>
        connection.Query($"SELECT {Columns} FROM dead_letters WHERE id = $1", Read, id).SingleOrDefault();

    /// <summary>Turns a dead letter into a new message for its subscription; answers that message's id.</summary>
    public static long Replay(BrokerConnection connection, long id, string? editedBody, long now)
    {
        var letter = Get(connection, id)
            ?? throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"There is no dead letter {id}: it was replayed already, or never was."));
        var subscriptions = TopologyTable.Subscriptions(connection);
        if (!subscriptions.Contains(letter.Subscription, StringComparer.Ordinal))
        {
            throw new PermanentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Dead letter {id} is for the subscription '{letter.Subscription}', which is no longer declared. Declared: {string.Join(", ", subscriptions)}."));
        }

        var messageId = MessageTable.Add(connection, letter.Topic, editedBody ?? letter.Body, letter.Attributes, now);
        MessageTable.Deliver(connection, messageId, letter.Subscription, now);
        connection.Execute("DELETE FROM dead_letters WHERE id = $1", id);
        return messageId;
    }

    private static DeadLetter Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3).ToString(CultureInfo.InvariantCulture),
        row.GetString(4),
        MessageTable.ReadAttributes(row.GetString(5)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.GetInt32(7),
        row.GetString(8),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)));
}
