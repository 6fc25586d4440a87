namespace NbaProps.Tests.Support;

/// <summary>A clock that only a test moves. Timers fire on the thread that moves it, in the order they are due.</summary>
internal sealed class FakeTimeProvider : TimeProvider
{
    private readonly List<FakeTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;

    public FakeTimeProvider(DateTimeOffset? start = null) => _start = _now = start ?? new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Passed => _now - _start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan span)
    {
        var until = _now + span;
        while (Next() is { } timer && timer.Due <= until)
        {
            Fire(timer);
        }

        _now = until;
    }

    /// <summary>
    /// Starts something and moves from timer to timer until it has ended; everything in between completes inline. Without xunit's
    /// synchronization context: beside one, a continuation that does not want it goes to the pool.
    /// </summary>
    public Task<T> RunAsync<T>(Func<Task<T>> start) => Inline(() =>
    {
        var task = start();
        while (!task.IsCompleted)
            Fire(Next() ?? throw new InvalidOperationException("The task waits for something that is no timer."));

        return task;
    });

    /// <summary>Runs without xunit's synchronization context.</summary>
    public static void Inline(Action run) => Inline(() =>
    {
        run();
        return true;
    });

    /// <summary>The same, with a result.</summary>
    public static T Inline<T>(Func<T> run)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private FakeTimer? Next()
    {
        lock (_timers)
            return _timers.MinBy(timer => timer.Due);
    }

    private void Fire(FakeTimer timer)
    {
        lock (_timers)
            _timers.Remove(timer);

        _now = timer.Due > _now ? timer.Due : _now;
        timer.Fire();
    }

    private sealed class FakeTimer(FakeTimeProvider clock, Action fire) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
                Change(_period, _period);

            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._timers)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._timers)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
