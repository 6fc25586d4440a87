using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>Topics and subscriptions as the last dispatcher declared them: every publishing process routes by these rows.</summary>
internal static class TopologyTable
{
    private const string NoLongerDeclared = "the subscription is no longer declared";

    /// <summary>Makes the tables equal to the declaration. Answers how many deliveries of retired subscriptions became dead letters.</summary>
    public static int Declare(BrokerConnection connection, BrokerTopology topology, BrokerOptions options, long now)
    {
        foreach (var topic in topology.Topics)
            connection.Execute("INSERT INTO topics (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", topic);
        foreach (var topic in Topics(connection).Except(topology.Topics, StringComparer.Ordinal))
            connection.Execute("DELETE FROM topics WHERE name = $1", topic);

        foreach (var subscription in topology.Subscriptions)
        {
            connection.Execute(
                """
                INSERT INTO subscriptions (name, topic, push_endpoint, max_delivery_attempts, min_backoff_ms, max_backoff_ms, ack_deadline_ms, required_attribute)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (name) DO UPDATE SET topic = excluded.topic, push_endpoint = excluded.push_endpoint,
                    max_delivery_attempts = excluded.max_delivery_attempts, min_backoff_ms = excluded.min_backoff_ms,
                    max_backoff_ms = excluded.max_backoff_ms, ack_deadline_ms = excluded.ack_deadline_ms,
                    required_attribute = excluded.required_attribute
                """,
                subscription.Name,
                subscription.Topic,
                subscription.PushEndpoint.AbsoluteUri,
                subscription.MaxDeliveryAttempts ?? options.MaxDeliveryAttempts,
                (long)(subscription.MinBackoff ?? options.MinBackoff).TotalMilliseconds,
                (long)(subscription.MaxBackoff ?? options.MaxBackoff).TotalMilliseconds,
                (long)(subscription.AckDeadline ?? options.AckDeadline).TotalMilliseconds,
                subscription.RequiredAttribute);
        }

        var retired = 0;
        foreach (var name in Subscriptions(connection).Except(topology.Subscriptions.Select(subscription => subscription.Name), StringComparer.Ordinal))
        {
            // Nobody will ever push these: better a dead letter that a person sees than a row that nothing looks at.
            foreach (var messageId in connection.Query("SELECT message_id FROM deliveries WHERE subscription = $1", row => row.GetInt64(0), name))
            {
                DeadLetterTable.GiveUp(connection, messageId, name, NoLongerDeclared, now);
                retired++;
            }

            connection.Execute("DELETE FROM subscriptions WHERE name = $1", name);
        }

        return retired;
    }

    /// <summary>The declared topics, by name.</summary>
    public static List<string> Topics(BrokerConnection connection) => connection.Query("SELECT name FROM topics ORDER BY name", row => row.GetString(0));

    /// <summary>The declared subscriptions, by name.</summary>
    public static List<string> Subscriptions(BrokerConnection connection) =>
        connection.Query("SELECT name FROM subscriptions ORDER BY name", row => row.GetString(0));

    /// <summary>The subscriptions of a topic, each with the attribute that it asks for, if any; refuses a topic that nobody declared.</summary>
    public static List<(string Name, string? RequiredAttribute)> SubscriptionsOf(BrokerConnection connection, string topic)
    {
        var subscriptions = connection.Query(
            "SELECT name, required_attribute FROM subscriptions WHERE topic = $1 ORDER BY name", row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), topic);
        if (subscriptions.Count > 0 || connection.Scalar("SELECT 1 FROM topics WHERE name = $1", topic) is not null)
            return subscriptions;

        var known = Topics(connection);
        // On a new folder a service may be up before the first dispatcher has declared anything.
        throw known.Count == 0
            ? new TransientException($"Nothing can be published to '{topic}' yet: no dispatcher has declared topics in this folder.")
            : new PermanentException($"The topic '{topic}' is not declared. Accepted: {string.Join(", ", known)}.");
    }
}
