using System.Globalization;

using NbaProps.Shared.Messaging;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Subscriptions as Pub/Sub is told of them.</summary>
/// <param name="project">The project's id.</param>
/// <param name="options">What they are like unless they say otherwise.</param>
internal sealed class SubscriptionDeclarations(string project, PubSubOptions options)
{
    private static readonly TimeSpan KeptAckDeadline = TimeSpan.FromSeconds(60);

    private readonly PubSubNames _names = new(project);

    /// <summary>The one that keeps dead letters.</summary>
    public WireSubscription DeadLetters() => new()
    {
        Name = _names.Subscription(options.DeadLetterSubscription),
        Topic = _names.Topic(options.DeadLetterTopic),
        AckDeadlineSeconds = (int)KeptAckDeadline.TotalSeconds,
        MessageRetentionDuration = Duration(options.Retention),
        ExpirationPolicy = new WireExpirationPolicy(Ttl: null),
    };

    /// <summary>A push subscription.</summary>
    /// <param name="subscription">What is declared.</param>
    /// <param name="identity">As whom Pub/Sub pushes; null for an emulator, which can nobody be.</param>
    public WireSubscription Of(Subscription subscription, PushIdentity? identity) => new()
    {
        Name = _names.Subscription(subscription.Name),
        Topic = _names.Topic(subscription.Topic),
        PushConfig = new WirePushConfig(
            subscription.PushEndpoint.AbsoluteUri, identity is null ? null : new WireOidcToken(identity.ServiceAccount, identity.Audience)),
        AckDeadlineSeconds = (int)Math.Ceiling((subscription.AckDeadline ?? options.AckDeadline).TotalSeconds),
        MessageRetentionDuration = Duration(options.Retention),

        // Never: by default a subscription that nothing was pushed to for a month is deleted, which is every off-season.
        ExpirationPolicy = new WireExpirationPolicy(Ttl: null),
        Filter = SubscriptionFilter.Of(subscription.Name, subscription.RequiredAttribute),
        DeadLetterPolicy = new WireDeadLetterPolicy(_names.Topic(options.DeadLetterTopic), subscription.MaxDeliveryAttempts ?? options.MaxDeliveryAttempts),
        RetryPolicy = new WireRetryPolicy(Duration(subscription.MinBackoff ?? options.MinBackoff), Duration(subscription.MaxBackoff ?? options.MaxBackoff)),
    };

    private static string Duration(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s");
}
