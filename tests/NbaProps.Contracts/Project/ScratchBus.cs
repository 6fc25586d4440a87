using System.Collections.Concurrent;

using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Project;

/// <summary>Publishes to topics under names of one test, and counts what each subscription is to get of it.</summary>
/// <param name="bus">The bus.</param>
/// <param name="nameOf">The name of a topic there.</param>
/// <param name="subscriptions">The subscriptions, as the test calls them.</param>
internal sealed class ScratchBus(IMessageBus bus, Func<string, string> nameOf, IReadOnlyList<Subscription> subscriptions) : IMessageBus
{
    private readonly ConcurrentDictionary<string, int> _expected = new(StringComparer.Ordinal);
    private volatile bool _heldBack;

    /// <summary>Whether a subscription's filter was to hold back a message.</summary>
    public bool HeldBack => _heldBack;

    public async Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        await bus.PublishAsync(nameOf(topic), messages, cancellationToken);
        foreach (var subscription in subscriptions.Where(one => one.Topic == topic))
        {
            var asked = messages.Count(message => subscription.RequiredAttribute is not { } attribute || message.Attributes.ContainsKey(attribute));
            _expected.AddOrUpdate(subscription.Name, asked, (_, before) => before + asked);
            _heldBack |= asked < messages.Count;
        }
    }

    /// <summary>How many messages a subscription is to get in all.</summary>
    public int ExpectedAt(Subscription subscription) => _expected.GetValueOrDefault(subscription.Name);
}
