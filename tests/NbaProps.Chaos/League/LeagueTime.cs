using NbaProps.Chaos.Harness;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Chaos.League;

/// <summary>Game time beside the world's: an hour of the league passes in some minutes, so that leases, waits and ticks of a day stay few.</summary>
/// <param name="Start">The game moment at which the world begins.</param>
/// <param name="StartedAt">The world's time then.</param>
internal sealed record LeagueTime(DateTimeOffset Start, DateTimeOffset StartedAt)
{
    private const double Factor = 10;

    /// <summary>The game moment at one of the world's.</summary>
    public DateTimeOffset Of(DateTimeOffset now) => Start + ((now - StartedAt) * Factor);

    /// <summary>The world's moment at one of the league's.</summary>
    public DateTimeOffset When(DateTimeOffset game) => StartedAt + ((game - Start) / Factor);

    /// <summary>The clock of the game days as a process has it: as wrong as its wall clock is.</summary>
    public GameClock ClockOf(SimClock wall) => GameClock.Simulated(wall, Start, StartedAt, Factor);
}
