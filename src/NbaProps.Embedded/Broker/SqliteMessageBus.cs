using Microsoft.Extensions.Logging;

using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>
/// Publishes into <c>bus.db</c>: one row per message and subscription of the topic that asks for it, in one transaction. When the call returns, all of them are on
/// disk, and the dispatcher, in whichever process it runs or will run, delivers them.
/// </summary>
public sealed partial class SqliteMessageBus(BrokerFile file, ILogger<SqliteMessageBus> logger) : IMessageBus
{
    /// <inheritdoc />
    /// <remarks>A topic without subscriptions takes messages, counts them and keeps none; a topic that is not declared is refused.</remarks>
    public async Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return;
        var subscriptions = await file.RunAndWakeAsync(connection => Publish(connection, topic, messages, file.Now), cancellationToken);
        if (subscriptions == 0)
            LogUnrouted(topic, messages.Count);
    }

    private static int Publish(BrokerConnection connection, string topic, IReadOnlyList<OutgoingMessage> messages, long now)
    {
        var subscriptions = TopologyTable.SubscriptionsOf(connection, topic);
        if (subscriptions.Count == 0)
        {
            connection.Execute("UPDATE topics SET unrouted = unrouted + $2 WHERE name = $1", topic, messages.Count);
            return 0;
        }

        foreach (var message in messages)
        {
            var takers = subscriptions.Where(subscription => subscription.RequiredAttribute is not { } asked || message.Attributes.ContainsKey(asked)).ToArray();
            if (takers.Length == 0)
                continue;
            var id = MessageTable.Add(connection, topic, message.Body, message.Attributes, now);
            foreach (var (subscription, _) in takers)
                MessageTable.Deliver(connection, id, subscription, now);
        }

        return subscriptions.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages to {Topic} went nowhere: the topic has no subscription")]
    private partial void LogUnrouted(string topic, int count);
}
