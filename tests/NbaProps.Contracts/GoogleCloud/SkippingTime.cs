using System.Collections.Concurrent;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The system's clock, on which pauses of some lengths are over at once, and deadlines of one length pass when they are told to.</summary>
/// <param name="isPause">Which lengths are pauses.</param>
/// <param name="deadline">The length of deadlines; null for none.</param>
internal sealed class SkippingTime(Func<TimeSpan, bool> isPause, TimeSpan? deadline = null) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();
    private readonly ConcurrentQueue<ITimer> _deadlines = new();

    /// <summary>The pauses that were skipped, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. _pauses];

    /// <summary>Lets every deadline pass that was set so far.</summary>
    public void PassDeadlines()
    {
        while (_deadlines.TryDequeue(out var timer))
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == deadline)
        {
            var timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            _deadlines.Enqueue(timer);
            return timer;
        }

        if (dueTime != Timeout.InfiniteTimeSpan && isPause(dueTime))
        {
            _pauses.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
