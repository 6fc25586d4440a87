using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>The topics and subscriptions of an installation. The dispatcher declares it; what it leaves out is retired.</summary>
public sealed record BrokerTopology
{
    /// <summary>Checks that names are unique and that every subscription's topic is declared.</summary>
    public BrokerTopology(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions)
    {
        if (topics.GroupBy(topic => topic, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The topic '{twice.Key}' is declared twice.", nameof(topics));
        if (subscriptions.GroupBy(subscription => subscription.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } again)
            throw new ArgumentException($"The subscription '{again.Key}' is declared twice.", nameof(subscriptions));
        if (subscriptions.FirstOrDefault(subscription => !topics.Contains(subscription.Topic, StringComparer.Ordinal)) is { } lost)
        {
            throw new ArgumentException(
                $"The subscription '{lost.Name}' reads the topic '{lost.Topic}', which is not declared. Declared: {string.Join(", ", topics)}.",
                nameof(subscriptions));
        }

        if (subscriptions.FirstOrDefault(subscription => !subscription.PushEndpoint.IsAbsoluteUri) is { } relative)
            throw new ArgumentException($"The subscription '{relative.Name}' pushes to '{relative.PushEndpoint}', which is not an absolute URI.", nameof(subscriptions));

        Topics = topics;
        Subscriptions = subscriptions;
    }

    /// <summary>What can be published to.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Who receives it.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; }
}
