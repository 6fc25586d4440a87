namespace NbaProps.Domain.Features;

/// <summary>
/// Where each feature stands in a vector, and what it is. Every figure uses only what was known before the game's tip-off, and counts only
/// games the player played; a figure whose inputs are missing is missing.
/// </summary>
public static class FeatureIndex
{
    /// <summary>Mean points of the last five games played. Games not played are no games; fewer than five played: the mean of those there are.</summary>
    public const int PointsAvgLast5 = 0;

    /// <summary>Mean points of the last ten games played.</summary>
    public const int PointsAvgLast10 = 1;

    /// <summary>Mean points of the games played this season.</summary>
    public const int PointsAvgSeason = 2;

    /// <summary>Sample standard deviation (n - 1) of the points of the last ten games played; missing below two games.</summary>
    public const int PointsStdLast10 = 3;

    /// <summary>Games played on the seven days before the game date.</summary>
    public const int GamesInLast7Days = 4;

    /// <summary>Rest, 0 to 100: 100 is fully rested, lower is more tired.</summary>
    public const int FatigueScore = 5;

    /// <summary>How much the opponent's defence gives in the player's main shooting zone, above zero in the player's favour.</summary>
    public const int ShotZoneMismatchScore = 6;

    /// <summary>Half the pace difference between team and opponent, above zero when the game will be faster.</summary>
    public const int PaceScore = 7;

    /// <summary>Expected change of usage against the last seven games, above zero when it rises.</summary>
    public const int UsageSpikeScore = 8;

    /// <summary>Days of rest of the player's team minus the opponent's, cut at two either way.</summary>
    public const int RestAdvantage = 9;

    /// <summary>Latest report before the cut-off: 0 available, 1 probable, 2 questionable, 3 doubtful or out. No report for the game: missing, not 0.</summary>
    public const int InjuryRisk = 10;

    /// <summary>Mean points of the last two games played minus that of the three before: 5 or more is 2, 2 or more is 1, the same below zero.</summary>
    public const int RecentTrend = 11;

    /// <summary>Mean minutes of the last ten games played against the season's: 20 % more is 2, 10 % more is 1, the same below zero.</summary>
    public const int MinutesChange = 12;

    /// <summary>The opponent's defensive rating over its last fifteen games.</summary>
    public const int OpponentDefRating = 13;

    /// <summary>The opponent's pace over its last fifteen games.</summary>
    public const int OpponentPace = 14;

    /// <summary>1 at home, 0 away.</summary>
    public const int HomeAway = 15;

    /// <summary>1 when the player's team played the day before.</summary>
    public const int BackToBack = 16;

    /// <summary>1 in the playoffs; the play-in is none.</summary>
    public const int PlayoffGame = 17;

    /// <summary>Share of the player's shots from the paint, all three zones from one play-by-play source.</summary>
    public const int PctPaint = 18;

    /// <summary>Share of the player's shots from mid-range.</summary>
    public const int PctMidRange = 19;

    /// <summary>Share of the player's shots from behind the line.</summary>
    public const int PctThree = 20;

    /// <summary>Points from free throws over all points of the last ten games played, cut at one half; missing below five games or without points.</summary>
    public const int PctFreeThrow = 21;

    /// <summary>The team's pace over its last ten games.</summary>
    public const int TeamPace = 22;

    /// <summary>The team's offensive rating over its last ten games.</summary>
    public const int TeamOffRating = 23;

    /// <summary>Share of this season's games won; missing below five games.</summary>
    public const int TeamWinPct = 24;

    /// <summary>The latest points line captured before the cut-off.</summary>
    public const int VegasPointsLine = 25;

    /// <summary>The earliest points line captured.</summary>
    public const int VegasOpeningLine = 26;

    /// <summary>Latest line minus earliest; missing without either.</summary>
    public const int VegasLineMove = 27;

    /// <summary>1 with a points line, 0 when lines were looked for and there was none.</summary>
    public const int HasVegasLine = 28;

    /// <summary>Mean points of the games played against this opponent within a year; missing when there were none.</summary>
    public const int AvgPointsVsOpponent = 29;

    /// <summary>Number of games played against this opponent within a year.</summary>
    public const int GamesVsOpponent = 30;

    /// <summary>Mean minutes of the last ten games played, however long ago they were.</summary>
    public const int MinutesAvgLast10 = 31;

    /// <summary>Points over minutes, each summed over the last ten games played.</summary>
    public const int PpmAvgLast10 = 32;
}
