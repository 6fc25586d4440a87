using System.Collections.Concurrent;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The system's clock, on which pauses of some lengths are over at once.</summary>
internal sealed class SkippingTime(Func<TimeSpan, bool> isPause) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();

    /// <summary>The pauses that were skipped, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. _pauses];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && isPause(dueTime))
        {
            _pauses.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
