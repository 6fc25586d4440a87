using System.ComponentModel.DataAnnotations;

namespace NbaProps.Shared.Pipeline;

/// <summary>Times of the runtime. The defaults suit Pub/Sub push, whose longest request is 600 s.</summary>
public sealed record RuntimeOptions
{
    /// <summary>How long an acquisition or a renewal holds a unit. Longer than <see cref="WriteTimeout"/>. Default 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a warehouse write may take before its fate counts as unknown. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A run's own time budget; a closed HTTP request does not cancel it. Default 9 minutes, inside the 10 that push allows.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RunBudget { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>Wait before the second attempt of a failed unit; doubles with each further one. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait between attempts. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often a unit that fails on the same inputs is tried by itself, with those waits in between. Then a person is told, and of all such units of its
    /// processor one at a time is tried, until one brings something or its inputs change. Closed gates are asked on. Default 3.
    /// </summary>
    [Range(1, 100)]
    public int MostAttempts { get; init; } = 3;

    /// <summary>
    /// How long after its moment a look of which a part failed is asked for again, once it was tried as often as <see cref="MostAttempts"/> says. What came of it
    /// stands then, with its reason, and holds no circuit open. Default 3 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "400.00:00:00")]
    public TimeSpan PartialLooksKept { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How often a state call that failed transiently is tried, inside one run. Default 4.</summary>
    [Range(1, 20)]
    public int StateAttempts { get; init; } = 4;

    /// <summary>Wait between those tries; doubles. Default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan StateRetryDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How old an outbox must be before the tick asks for it again. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan OutboxPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long state keeps runs that have ended and incidents that are over. The watcher removes older ones; runs stay in the execution log. <c>reliability</c> reads
    /// what is kept. Default 400 days: a season, and the one before it to its end.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan RecordsKept { get; init; } = TimeSpan.FromDays(400);
}
