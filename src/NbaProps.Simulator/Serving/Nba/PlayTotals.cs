using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What each player has so far, which the play-by-play says beside each action.</summary>
internal sealed class PlayTotals
{
    private readonly Dictionary<(SimulatedPlayer Player, string What), int> _counts = [];

    /// <summary>Adds to a count; the count after it.</summary>
    public int Add(SimulatedPlayer player, string what, int by = 1) => _counts[(player, what)] = _counts.GetValueOrDefault((player, what)) + by;

    /// <summary>A count.</summary>
    public int Of(SimulatedPlayer player, string what) => _counts.GetValueOrDefault((player, what));

    /// <summary>Fouls of a period that count towards the bonus, of the side that an event's foul is of, that foul among them.</summary>
    public static int PeriodFouls(IReadOnlyList<PlayEvent> events, int place)
    {
        var foul = events[place];
        var count = 0;
        for (var i = place; i >= 0 && events[i].Period == foul.Period; i--)
        {
            count += events[i] is { Kind: PlayKind.Foul, Foul: not FoulKind.Offensive } other && other.Side == foul.Side ? 1 : 0;
        }

        return count;
    }
}
