using System.ComponentModel.DataAnnotations;

namespace NbaProps.Embedded.Broker;

/// <summary>Every time and limit of the embedded broker.</summary>
public sealed record BrokerOptions
{
    /// <summary>The folder that holds <c>bus.db</c> and the dispatcher's lock; created when missing. All processes of an installation share it. Taken from the installation's <c>DataDirectory</c>; not to be set by itself.</summary>
    public string DataDirectory { get; init; } = string.Empty;

    /// <summary>How often the dispatcher looks for messages that other processes published. Default 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a write waits for another process's write. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Most pushes under way at one time, over all subscriptions. Default 16: more than <see cref="ConcurrencyPerSubscription"/>, so that one
    /// endpoint that hangs does not hold up the others.
    /// </summary>
    [Range(1, 1024)]
    public int Concurrency { get; init; } = 16;

    /// <summary>Most pushes under way at one time to one subscription. Default 4.</summary>
    [Range(1, 1024)]
    public int ConcurrencyPerSubscription { get; init; } = 4;

    /// <summary>How long an endpoint may take to answer, unless its subscription says otherwise. Default 600 s, the longest Pub/Sub allows.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan AckDeadline { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Wait before the second attempt, unless the subscription says otherwise; doubles. Default 200 ms (Pub/Sub: 10 s).</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MinBackoff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest wait between attempts, unless the subscription says otherwise. Default 10 s (Pub/Sub: 600 s).</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Attempts before a message becomes a dead letter, unless the subscription says otherwise. Default 15 (Pub/Sub: 5): with the waits above a
    /// minute and a half, so that a service that is started anew loses no message.
    /// </summary>
    [Range(1, 100)]
    public int MaxDeliveryAttempts { get; init; } = 15;

    /// <summary>
    /// How long after it was claimed a delivery is left alone when its dispatcher died with it. Default 5 s: its endpoint may still be at work,
    /// and another push before that is most often a duplicate. A living dispatcher keeps what it pushes, however long that takes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long stopping waits for pushes under way. Default 10 s, what Cloud Run gives.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The largest size of <c>bus.db</c>, in pages of 4096 bytes; null for no limit but the disk. What would need more fails as on a full disk, which is what
    /// tests use it for: publishing is refused, ended pushes are kept and recorded once there is room.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? MaxPageCount { get; init; }

    /// <summary>P in <c>projects/P/subscriptions/S</c>. Default <c>embedded</c>.</summary>
    [Required]
    public string ProjectId { get; init; } = "embedded";
}
