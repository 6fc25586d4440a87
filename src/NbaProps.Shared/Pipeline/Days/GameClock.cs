namespace NbaProps.Shared.Pipeline.Days;

/// <summary>
/// The moment that the game days are at. It says when the scheduler lets a day reach its moments and at what moment an upstream answered;
/// leases, waits and budgets run by the wall clock alone.
/// </summary>
public abstract class GameClock
{
    /// <summary>Now, in game days, UTC.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether it is the wall clock.</summary>
    public virtual bool IsLive => false;

    /// <summary>Whether a moment has come. For a clock that stands still every one has: its days advance by someone's hand, and the clock says nothing of them.</summary>
    public virtual bool HasComeTo(DateTimeOffset moment) => Now >= moment;

    /// <summary>Whether a moment is over. For a clock that stands still none is.</summary>
    public virtual bool IsPast(DateTimeOffset moment) => Now >= moment;

    /// <summary>The wall clock: the game days are today's.</summary>
    public static GameClock Live(TimeProvider time) => new WallClock(time);

    /// <summary>A clock that is computed from the wall clock, so that processes which are told the same three values agree.</summary>
    /// <param name="time">The wall clock.</param>
    /// <param name="start">The game moment at which it starts.</param>
    /// <param name="startedAt">The wall-clock moment at which it starts.</param>
    /// <param name="factor">Game time that passes in a second, in seconds; 0 stands still.</param>
    public static GameClock Simulated(TimeProvider time, DateTimeOffset start, DateTimeOffset startedAt, double factor) =>
        new RunningGameClock(time, start, startedAt, factor);

    private sealed class WallClock(TimeProvider time) : GameClock
    {
        public override DateTimeOffset Now => time.GetUtcNow();

        public override bool IsLive => true;
    }

    private sealed class RunningGameClock(TimeProvider time, DateTimeOffset start, DateTimeOffset startedAt, double factor) : GameClock
    {
        public override DateTimeOffset Now => start.ToUniversalTime() + ((time.GetUtcNow() - startedAt) * factor);

        public override bool HasComeTo(DateTimeOffset moment) => factor == 0 || base.HasComeTo(moment);

        public override bool IsPast(DateTimeOffset moment) => factor != 0 && base.IsPast(moment);
    }
}

/// <summary>A clock that stands where it was put: for those who walk past days moment by moment.</summary>
public sealed class HeldGameClock : GameClock
{
    private long _ticks = DateTimeOffset.MinValue.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Puts it.</summary>
    public void Hold(DateTimeOffset moment) => Interlocked.Exchange(ref _ticks, moment.UtcTicks);
}
