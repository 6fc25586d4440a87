namespace NbaProps.Simulator.Plausibility;

/// <summary>Counts of a box score that both the simulator and the league's game logs have. A team's are the sum of its players'.</summary>
/// <param name="Points">Points.</param>
/// <param name="FieldGoalsMade">Field goals that went in, threes included.</param>
/// <param name="FieldGoalsAttempted">Field goals tried, threes included.</param>
/// <param name="ThreesMade">Threes that went in.</param>
/// <param name="ThreesAttempted">Threes tried.</param>
/// <param name="FreeThrowsMade">Free throws that went in.</param>
/// <param name="FreeThrowsAttempted">Free throws tried.</param>
/// <param name="OffensiveRebounds">Rebounds at the other end's basket.</param>
/// <param name="DefensiveRebounds">Rebounds at one's own basket.</param>
/// <param name="Assists">Passes to made shots.</param>
/// <param name="Steals">Balls taken.</param>
/// <param name="Blocks">Shots blocked.</param>
/// <param name="Turnovers">Balls lost by a player; those that are the team's alone are in neither source's player lines.</param>
/// <param name="Fouls">Personal fouls.</param>
internal sealed record BoxCounts(
    int Points,
    int FieldGoalsMade,
    int FieldGoalsAttempted,
    int ThreesMade,
    int ThreesAttempted,
    int FreeThrowsMade,
    int FreeThrowsAttempted,
    int OffensiveRebounds,
    int DefensiveRebounds,
    int Assists,
    int Steals,
    int Blocks,
    int Turnovers,
    int Fouls)
{
    /// <summary>No player's counts.</summary>
    public static BoxCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static BoxCounts operator +(BoxCounts one, BoxCounts other) => new(
        one.Points + other.Points,
        one.FieldGoalsMade + other.FieldGoalsMade,
        one.FieldGoalsAttempted + other.FieldGoalsAttempted,
        one.ThreesMade + other.ThreesMade,
        one.ThreesAttempted + other.ThreesAttempted,
        one.FreeThrowsMade + other.FreeThrowsMade,
        one.FreeThrowsAttempted + other.FreeThrowsAttempted,
        one.OffensiveRebounds + other.OffensiveRebounds,
        one.DefensiveRebounds + other.DefensiveRebounds,
        one.Assists + other.Assists,
        one.Steals + other.Steals,
        one.Blocks + other.Blocks,
        one.Turnovers + other.Turnovers,
        one.Fouls + other.Fouls);
}
