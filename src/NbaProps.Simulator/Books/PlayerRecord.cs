using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Books;

/// <summary>What a bookmaker has seen of a player: exponentially weighted means over his games, from what the seasons before said on.</summary>
/// <param name="Minutes">Minutes of a game; half of the weight on the last seven.</param>
/// <param name="PerMinute">Points of a minute; half of the weight on the last twenty-one.</param>
public readonly record struct PlayerRecord(double Minutes, double PerMinute)
{
    private const double MinutesKept = 0.91;
    private const double PerMinuteKept = 0.968;

    /// <summary>After a game of his; one in which he did not play says nothing.</summary>
    public PlayerRecord After(PlayerCounts line)
    {
        if (line.Seconds == 0)
        {
            return this;
        }

        // A minute or two of garbage time say next to nothing about points: a game weighs by its minutes.
        var minutes = line.Seconds / 60.0;
        var kept = 1 - ((1 - PerMinuteKept) * Math.Min(1, minutes / 24));
        return new((MinutesKept * Minutes) + ((1 - MinutesKept) * minutes), (kept * PerMinute) + ((1 - kept) * line.Points / minutes));
    }
}
