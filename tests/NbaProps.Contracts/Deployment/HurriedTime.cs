namespace NbaProps.Contracts.Deployment;

/// <summary>The system's clock, on which a pause is over at once and its time has passed. What limits a call is longer than any pause, and is left as it is.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private long _skipped;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _skipped);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestPause)
            return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Add(ref _skipped, (long)(dueTime.TotalSeconds * TimestampFrequency));
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
