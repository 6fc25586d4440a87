namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>
/// The wall clock, except that the time-out of a request has passed as soon as every request that is still open is one whose answer never comes. A short
/// time-out instead would strike others too on a machine that has much to do, and a long one would be waited for.
/// </summary>
internal sealed class Patience : TimeProvider
{
    /// <summary>The time-out of a request: no other wait of the pipeline is as long as this to the millisecond.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(57_007);

    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _open = [];
    private int _silent;

    /// <summary>Says that the answer to one of the open requests never comes.</summary>
    public void Silence()
    {
        lock (_gate)
        {
            _silent++;
            End();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, base.CreateTimer(callback, state, dueTime, period));
        Set(alarm, dueTime);
        return alarm;
    }

    // A request is open from before it is sent until it was answered, so none of those that wait can be one on its way to an answer.
    private void End()
    {
        if (_silent == 0 || _silent < _open.Count)
        {
            return;
        }

        foreach (var alarm in _open)
        {
            alarm.Ring();
        }

        _open.Clear();
        _silent = 0;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        if (dueTime == Length)
        {
            lock (_gate)
            {
                _open.Add(alarm);
            }
        }
    }

    private void Close(Alarm alarm)
    {
        lock (_gate)
        {
            if (_open.Remove(alarm))
            {
                End();
            }
        }
    }

    private sealed class Alarm(Patience patience, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            patience.Set(this, dueTime);
            return timer.Change(dueTime, period);
        }

        public void Ring() => timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            timer.Dispose();
            patience.Close(this);
        }

        public async ValueTask DisposeAsync()
        {
            await timer.DisposeAsync();
            patience.Close(this);
        }
    }
}
