namespace NbaProps.Operations;

/// <summary>The moment that the game days are at: the wall clock, or one that is computed from it by a start and a factor.</summary>
public sealed class GameClock
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;
    private readonly double _factor;
    private readonly long _since;

    private GameClock(TimeProvider time, DateTimeOffset start, double factor)
    {
        (_time, _start, _factor) = (time, start, factor);
        _since = time.GetTimestamp();
    }

    /// <summary>Now, in game days.</summary>
    public DateTimeOffset Now => _start + (_time.GetElapsedTime(_since) * _factor);

    /// <summary>The wall clock.</summary>
    public static GameClock Live(TimeProvider time) => new(time, time.GetUtcNow(), 1);

    /// <summary>A clock that starts at a moment and runs faster or slower.</summary>
    public static GameClock Simulated(TimeProvider time, DateTimeOffset start, double factor) => new(time, start.ToUniversalTime(), factor);
}
