namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What a source calls the counts of a box-score line.</summary>
/// <param name="FieldGoalsMade">Field goals made, threes included.</param>
/// <param name="FieldGoalsAttempted">Field goals attempted, threes included.</param>
/// <param name="ThreePointersMade">Three-point field goals made.</param>
/// <param name="ThreePointersAttempted">Three-point field goals attempted.</param>
/// <param name="FreeThrowsMade">Free throws made.</param>
/// <param name="FreeThrowsAttempted">Free throws attempted.</param>
/// <param name="OffensiveRebounds">Offensive rebounds.</param>
/// <param name="DefensiveRebounds">Defensive rebounds.</param>
/// <param name="Rebounds">Both kinds of rebounds, without those that are nobody's.</param>
/// <param name="Assists">Assists.</param>
/// <param name="Steals">Steals.</param>
/// <param name="Blocks">Blocked shots.</param>
/// <param name="Turnovers">Turnovers, without those that are nobody's.</param>
/// <param name="PersonalFouls">Personal fouls.</param>
/// <param name="Points">Points.</param>
/// <param name="PlusMinus">Margin; absent in some sources.</param>
internal sealed record BoxCountNames(
    string FieldGoalsMade,
    string FieldGoalsAttempted,
    string ThreePointersMade,
    string ThreePointersAttempted,
    string FreeThrowsMade,
    string FreeThrowsAttempted,
    string OffensiveRebounds,
    string DefensiveRebounds,
    string Rebounds,
    string Assists,
    string Steals,
    string Blocks,
    string Turnovers,
    string PersonalFouls,
    string Points,
    string PlusMinus)
{
    /// <summary>The CDN's, and boxscoretraditional's third version.</summary>
    public static BoxCountNames Cdn { get; } = new(
        "fieldGoalsMade", "fieldGoalsAttempted", "threePointersMade", "threePointersAttempted", "freeThrowsMade", "freeThrowsAttempted",
        "reboundsOffensive", "reboundsDefensive", "reboundsTotal", "assists", "steals", "blocks", "turnovers", "foulsPersonal", "points", "plusMinusPoints");

    /// <summary>The CDN's for a team: its total counts team rebounds, which the league's log does not.</summary>
    public static BoxCountNames CdnTeam { get; } = Cdn with { Rebounds = "reboundsPersonal" };

    /// <summary>The headers of boxscoretraditional's result sets.</summary>
    public static BoxCountNames ResultSets { get; } = new(
        "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TO", "PF", "PTS", "PLUS_MINUS");

    /// <summary>The headers of the league's game log.</summary>
    public static BoxCountNames GameLog { get; } = ResultSets with { Turnovers = "TOV" };

    /// <summary>balldontlie's.</summary>
    public static BoxCountNames BallDontLie { get; } = new(
        "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "reb", "ast", "stl", "blk", "turnover", "pf", "pts", "plus_minus");

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All =>
    [
        FieldGoalsMade, FieldGoalsAttempted, ThreePointersMade, ThreePointersAttempted, FreeThrowsMade, FreeThrowsAttempted, OffensiveRebounds,
        DefensiveRebounds, Rebounds, Assists, Steals, Blocks, Turnovers, PersonalFouls, Points, PlusMinus,
    ];
}
