using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>A subscription's limits, its own where it has them and the broker's where not.</summary>
internal sealed record SubscriptionLimits(Uri PushEndpoint, int MaxDeliveryAttempts, TimeSpan MinBackoff, TimeSpan MaxBackoff, TimeSpan AckDeadline)
{
    public static SubscriptionLimits Of(Subscription subscription, BrokerOptions options) => new(
        subscription.PushEndpoint,
        subscription.MaxDeliveryAttempts ?? options.MaxDeliveryAttempts,
        subscription.MinBackoff ?? options.MinBackoff,
        subscription.MaxBackoff ?? options.MaxBackoff,
        subscription.AckDeadline ?? options.AckDeadline);

    /// <summary>Milliseconds to wait after this many attempts: doubling from the shortest to the longest.</summary>
    public long BackoffAfter(int attempts) =>
        (long)Math.Min(MaxBackoff.TotalMilliseconds, MinBackoff.TotalMilliseconds * Math.Pow(2, attempts - 1));
}

/// <summary>How many more pushes a subscription may have under way.</summary>
internal readonly record struct SubscriptionRoom(string Subscription, int Free);
