namespace NbaProps.Embedded.Broker;

/// <summary>Tells how much the broker still has to do.</summary>
public interface IBrokerProbe
{
    /// <summary>
    /// Returns once every delivery is acknowledged or a dead letter: none due, none in flight, none waiting for its back-off. Without a dispatcher
    /// anywhere that may be never.
    /// </summary>
    Task WaitUntilIdleAsync(CancellationToken cancellationToken);

    /// <summary>What waits where.</summary>
    Task<BrokerDepth> GetDepthAsync(CancellationToken cancellationToken);
}

/// <summary>What waits where.</summary>
/// <param name="Subscriptions">By name; every declared subscription, and any other that still has dead letters.</param>
/// <param name="Unrouted">Topics whose messages went nowhere for want of a subscription, with how many.</param>
public sealed record BrokerDepth(IReadOnlyList<SubscriptionDepth> Subscriptions, IReadOnlyDictionary<string, long> Unrouted);

/// <summary>What waits for one subscription.</summary>
/// <param name="Name">The subscription.</param>
/// <param name="Ready">Due now.</param>
/// <param name="InFlight">Pushed, without an answer yet.</param>
/// <param name="Waiting">Refused, and backing off.</param>
/// <param name="DeadLettered">Given up, and not replayed.</param>
public sealed record SubscriptionDepth(string Name, long Ready, long InFlight, long Waiting, long DeadLettered);
