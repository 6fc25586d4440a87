namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The largest counts that the tables of box scores hold; the smallest is 0.</summary>
internal sealed record BoxCountLimits(
    int Minutes, int Shots, int OffensiveRebounds, int DefensiveRebounds, int Rebounds, int Assists, int StealsOrBlocks, int Turnovers, int PersonalFouls, int Points)
{
    /// <summary>A player's.</summary>
    public static BoxCountLimits Player { get; } = new(100, 80, 80, 80, 80, 80, 40, 40, 10, 110);

    /// <summary>A team's.</summary>
    public static BoxCountLimits Team { get; } = new(500, 200, 100, 150, 200, 100, 60, 80, 100, 300);

    /// <summary>The largest margin in size, of a player or a team.</summary>
    public static int Margin => 150;
}
