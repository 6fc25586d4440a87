using NbaProps.Shared.Messaging;

namespace NbaProps.Chaos.Harness;

/// <summary>A kind of process: how many of it run at a time, and what the bus pushes to it.</summary>
/// <param name="Name">What its processes' names begin with.</param>
/// <param name="Instances">How many there are; one that was killed is started anew.</param>
/// <param name="Subscriptions">Topics, each with the attribute that a message must carry; null for a kind that takes everything.</param>
/// <param name="Watches">Whether it lets days advance and replaces lost messages by itself.</param>
public sealed record ProcessRole(string Name, int Instances, IReadOnlyDictionary<string, string?>? Subscriptions, bool Watches = false)
{
    /// <summary>Whether a message of a topic is pushed to it.</summary>
    public bool Receives(string topic, OutgoingMessage message) =>
        Subscriptions is null || (Subscriptions.TryGetValue(topic, out var required) && (required is null || message.Attributes.ContainsKey(required)));
}
