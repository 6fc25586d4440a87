using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The counts of several players' lines together: of a team, its first five or its bench. What is nobody's own is not in them.</summary>
internal sealed class LineTotals(IEnumerable<PlayerCounts> lines)
{
    private readonly PlayerCounts[] _lines = [.. lines];

    public int Seconds => _lines.Sum(line => line.Seconds);

    /// <summary>Minutes as the game logs sum them: each player's rounded to whole ones.</summary>
    public int WholeMinutes => _lines.Sum(line => Whole(line.Seconds));

    public int FieldGoalsMade => _lines.Sum(line => line.FieldGoalsMade);

    public int FieldGoalsAttempted => _lines.Sum(line => line.FieldGoalsAttempted);

    public int ThreesMade => _lines.Sum(line => line.ThreesMade);

    public int ThreesAttempted => _lines.Sum(line => line.ThreesAttempted);

    public int FreeThrowsMade => _lines.Sum(line => line.FreeThrowsMade);

    public int FreeThrowsAttempted => _lines.Sum(line => line.FreeThrowsAttempted);

    public int OffensiveRebounds => _lines.Sum(line => line.OffensiveRebounds);

    public int DefensiveRebounds => _lines.Sum(line => line.DefensiveRebounds);

    public int Rebounds => OffensiveRebounds + DefensiveRebounds;

    public int Assists => _lines.Sum(line => line.Assists);

    public int Steals => _lines.Sum(line => line.Steals);

    public int Blocks => _lines.Sum(line => line.Blocks);

    public int Turnovers => _lines.Sum(line => line.Turnovers);

    public int Fouls => _lines.Sum(line => line.Fouls);

    public int Points => _lines.Sum(line => line.Points);

    /// <summary>The totals of a side.</summary>
    public static LineTotals Of(BoxScore box, Side side) => new(box.Of(side));

    /// <summary>Whole minutes of a playing time, halves upwards, as the game logs have them.</summary>
    public static int Whole(int seconds) => (seconds + 30) / 60;
}
