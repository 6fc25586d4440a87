namespace NbaProps.Shared.Resilience;

/// <summary>Waiting that completes on the thread that ends it: the timer's, or the canceller's.</summary>
public static class Pause
{
    /// <summary>Waits; a duration of zero or less does not.</summary>
    /// <remarks>Not <c>Task.Delay</c>: when that is cancelled it completes on a thread of the pool, which the deterministic harness forbids.</remarks>
    /// <param name="duration">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public static async Task ForAsync(TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        cancellationToken.ThrowIfCancellationRequested();
        if (duration <= TimeSpan.Zero)
        {
            return;
        }

        var over = new TaskCompletionSource();
        await using var timer = time.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), over, duration, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), over);
        await over.Task;
    }
}
