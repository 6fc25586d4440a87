namespace NbaProps.Chaos.Harness;

/// <summary>A clock that only the scheduler moves. Each process has its own, with its own skew of the wall time; the monotonic part has none.</summary>
public sealed class SimClock(SimTime time, TimeSpan skew) : TimeProvider
{
    private readonly List<SimTimer> _timers = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => time.Now + skew;

    public override long GetTimestamp() => time.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The earliest timer that is set, or null.</summary>
    public DateTimeOffset? NextDue => _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);

    /// <summary>Fires what is due, in order.</summary>
    public void FireDue()
    {
        while (_timers.Where(timer => timer.Due <= time.Now).OrderBy(timer => timer.Due).FirstOrDefault() is { } timer)
        {
            _timers.Remove(timer);
            timer.Fire();
        }
    }

    /// <summary>The process is gone, and its timers with it.</summary>
    public void Forget() => _timers.Clear();

    private sealed class SimTimer(SimClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock._timers.Remove(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Due = clock.Time.Now + dueTime;
                clock._timers.Add(this);
            }

            return true;
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private SimTime Time => time;
}

/// <summary>The simulated time that all clocks share.</summary>
public sealed class SimTime
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
