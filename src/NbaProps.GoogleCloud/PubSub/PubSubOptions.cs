using System.ComponentModel.DataAnnotations;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>What the subscriptions on Pub/Sub are like, unless one says otherwise. Each limit is Pub/Sub's own.</summary>
public sealed record PubSubOptions
{
    /// <summary>How long an endpoint may take to answer. Default 600 s, the longest Pub/Sub allows.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan AckDeadline { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Wait before the second attempt; doubles. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MinBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait between attempts. Default 600 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Attempts before a message becomes a dead letter. Default 15: with the waits above more than an hour, so that an outage of Google's loses no message.</summary>
    [Range(5, 100)]
    public int MaxDeliveryAttempts { get; init; } = 15;

    /// <summary>How long Pub/Sub keeps what is not acknowledged. Default 7 days, the longest that its emulator allows.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "31.00:00:00")]
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The topic that dead letters go to; a subscription named like it, with <c>-kept</c> behind, keeps them until they are collected.</summary>
    [Required]
    public string DeadLetterTopic { get; init; } = "nba-dead-letters";

    /// <summary>The subscription that keeps dead letters.</summary>
    internal string DeadLetterSubscription => $"{DeadLetterTopic}-kept";
}
