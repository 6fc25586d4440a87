using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>When things happened that the game clock has a time for: quarters of 27.5 minutes, a long break after the second, overtimes of 13 minutes.</summary>
public static class GameTimes
{
    private const double QuarterMinutes = 27.5;
    private const double OvertimeMinutes = 13;

    // Minutes after the start at which the quarters begin; an overtime begins two minutes after what went before.
    private static readonly double[] QuarterStarts = [0, 30, 72.5, 102.5];

    /// <summary>When something happened, UTC, to a tenth of a second: from the start of the game to its end.</summary>
    /// <param name="game">The game.</param>
    /// <param name="play">What happened in it.</param>
    public static DateTimeOffset At(SimulatedGame game, PlayEvent play)
    {
        var (start, length) = play.Period <= 4 ? (QuarterStarts[play.Period - 1], QuarterMinutes) : (132 + (15.0 * (play.Period - 5)), OvertimeMinutes);
        var minutes = start + (length * play.Elapsed / PlayEvent.PeriodLength(play.Period));
        return game.Scheduled.TipOff.AddMilliseconds(100 * Math.Round(minutes * 600));
    }
}
