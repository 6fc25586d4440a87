namespace NbaProps.Embedded.Broker;

/// <summary>Reads the broker's depth from <c>bus.db</c>; works from any process.</summary>
public sealed class SqliteBrokerProbe(BrokerFile file) : IBrokerProbe
{
    /// <inheritdoc />
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var idle = file.Idle.Next;
            if (!await file.RunAsync(DeliveryTable.Any, cancellationToken))
                return;
            // The signal is this process's dispatcher's; another's is seen by polling.
            await Waiting.ForAsync(idle, file.Options.PollInterval, file.Time, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc />
    public Task<BrokerDepth> GetDepthAsync(CancellationToken cancellationToken) => file.RunAsync(connection => Depth(connection, file.Now), cancellationToken);

    private static BrokerDepth Depth(BrokerConnection connection, long now)
    {
        var subscriptions = connection.Query(
            """
            SELECT name,
                (SELECT COUNT(*) FROM deliveries WHERE subscription = name AND state = 'waiting' AND next_attempt_at <= $1),
                (SELECT COUNT(*) FROM deliveries WHERE subscription = name AND state = 'in_flight'),
                (SELECT COUNT(*) FROM deliveries WHERE subscription = name AND state = 'waiting' AND next_attempt_at > $1),
                (SELECT COUNT(*) FROM dead_letters WHERE subscription = name)
            FROM (SELECT name FROM subscriptions UNION SELECT subscription FROM dead_letters)
            ORDER BY name
            """,
            row => new SubscriptionDepth(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
            now);
        var unrouted = connection
            .Query("SELECT name, unrouted FROM topics WHERE unrouted > 0 ORDER BY name", row => (Name: row.GetString(0), Count: row.GetInt64(1)))
            .ToDictionary(topic => topic.Name, topic => topic.Count, StringComparer.Ordinal);
        return new BrokerDepth(subscriptions, unrouted);
    }
}
