namespace NbaProps.Shared.Pipeline.Days;

/// <summary>A simulated clock that waits: it stands while somebody asks it to, and goes on from where it stood. For one process alone; others could not compute it.</summary>
/// <param name="time">The wall clock.</param>
/// <param name="start">The game moment at which it starts, now.</param>
/// <param name="factor">Game time that passes in a second, in seconds; above 0.</param>
public sealed class PacedGameClock(TimeProvider time, DateTimeOffset start, double factor) : GameClock
{
    private readonly Lock _door = new();
    private DateTimeOffset _from = start.ToUniversalTime();
    private DateTimeOffset _since = time.GetUtcNow();
    private int _standing;

    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            lock (_door)
            {
                return _standing > 0 ? _from : _from + ((time.GetUtcNow() - _since) * factor);
            }
        }
    }

    /// <summary>Lets it stand until what is returned is disposed; of several, until the last is.</summary>
    public IDisposable Stand()
    {
        lock (_door)
        {
            _from = Now;
            _standing++;
        }

        return new Standing(this);
    }

    private void GoOn()
    {
        lock (_door)
        {
            _standing--;
            _since = time.GetUtcNow();
        }
    }

    private sealed class Standing(PacedGameClock clock) : IDisposable
    {
        private PacedGameClock? _clock = clock;

        public void Dispose() => Interlocked.Exchange(ref _clock, null)?.GoOn();
    }
}
