using System.Globalization;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>Records what is published, in order, and delivers nothing: whoever holds it drains it. Completes inline.</summary>
/// <param name="topics">The topics it accepts; null accepts any.</param>
public sealed class InMemoryMessageBus(IReadOnlyCollection<string>? topics = null) : IMessageBus
{
    private readonly Lock _lock = new();
    private readonly List<PublishedMessage> _kept = [];
    private long _lastId;

    /// <summary>All that was published and not drained, in order.</summary>
    public IReadOnlyList<PublishedMessage> Published
    {
        get
        {
            lock (_lock)
                return [.. _kept];
        }
    }

    /// <inheritdoc />
    public Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (topics is not null && !topics.Contains(topic, StringComparer.Ordinal))
            throw new PermanentException($"The topic '{topic}' is not declared. Accepted: {string.Join(", ", topics)}.");
        lock (_lock)
        {
            foreach (var message in messages)
                _kept.Add(new PublishedMessage(topic, (++_lastId).ToString(CultureInfo.InvariantCulture), message));
        }

        return Task.CompletedTask;
    }

    /// <summary>Those of one topic that were not drained, in order.</summary>
    public IReadOnlyList<PublishedMessage> PublishedTo(string topic) =>
        [.. Published.Where(message => string.Equals(message.Topic, topic, StringComparison.Ordinal))];

    /// <summary>Takes out all that was published, in order.</summary>
    public IReadOnlyList<PublishedMessage> Drain()
    {
        lock (_lock)
        {
            PublishedMessage[] drained = [.. _kept];
            _kept.Clear();
            return drained;
        }
    }
}

/// <summary>A message that was published.</summary>
/// <param name="Topic">Where.</param>
/// <param name="MessageId">The bus's id.</param>
/// <param name="Message">What.</param>
public sealed record PublishedMessage(string Topic, string MessageId, OutgoingMessage Message)
{
    /// <summary>The message as a push endpoint would receive it.</summary>
    public ReceivedMessage Received(int deliveryAttempt = 1) => new(MessageId, Message.Body, Message.Attributes, deliveryAttempt);
}
