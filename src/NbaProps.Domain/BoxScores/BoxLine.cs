namespace NbaProps.Domain.BoxScores;

/// <summary>One line of a box score, of a player or a team. A figure the source does not give is null.</summary>
/// <param name="Minutes">Playing time; a team's is five times the game's.</param>
/// <param name="Points">Points.</param>
/// <param name="FieldGoalsMade">Field goals made, threes included.</param>
/// <param name="FieldGoalsAttempted">Field goals attempted, threes included.</param>
/// <param name="ThreesMade">Three-point field goals made.</param>
/// <param name="ThreesAttempted">Three-point field goals attempted.</param>
/// <param name="FreeThrowsMade">Free throws made.</param>
/// <param name="FreeThrowsAttempted">Free throws attempted.</param>
/// <param name="OffensiveRebounds">Offensive rebounds.</param>
/// <param name="Turnovers">Turnovers.</param>
public sealed record BoxLine(
    Minutes? Minutes,
    int? Points,
    int? FieldGoalsMade,
    int? FieldGoalsAttempted,
    int? ThreesMade,
    int? ThreesAttempted,
    int? FreeThrowsMade,
    int? FreeThrowsAttempted,
    int? OffensiveRebounds,
    int? Turnovers)
{
    /// <summary>As <see cref="BoxScoreMath.TrueShooting"/>.</summary>
    public double? TrueShooting => BoxScoreMath.TrueShooting(Points, FieldGoalsAttempted, FreeThrowsAttempted);

    /// <summary>As <see cref="BoxScoreMath.EffectiveFieldGoal"/>.</summary>
    public double? EffectiveFieldGoal => BoxScoreMath.EffectiveFieldGoal(FieldGoalsMade, ThreesMade, FieldGoalsAttempted);

    /// <summary>As <see cref="BoxScoreMath.Possessions"/>; meant for a team's line.</summary>
    public double? Possessions => BoxScoreMath.Possessions(FieldGoalsAttempted, FreeThrowsAttempted, Turnovers, OffensiveRebounds);

    /// <summary>As <see cref="BoxScoreMath.PointsIdentityHolds"/>.</summary>
    public bool? PointsIdentityHolds => BoxScoreMath.PointsIdentityHolds(FieldGoalsMade, ThreesMade, FreeThrowsMade, Points);

    /// <summary>What contradicts itself in the line: negative counts, more made than attempted, points that do not add up. Empty when nothing does.</summary>
    public IReadOnlyList<string> Contradictions()
    {
        var found = new List<string>();
        foreach (var (name, value) in Counts().Where(count => count.Value < 0))
            found.Add(FormattableString.Invariant($"{name} is {value}"));
        AddIfMoreThan(found, nameof(FieldGoalsMade), FieldGoalsMade, nameof(FieldGoalsAttempted), FieldGoalsAttempted);
        AddIfMoreThan(found, nameof(ThreesMade), ThreesMade, nameof(ThreesAttempted), ThreesAttempted);
        AddIfMoreThan(found, nameof(FreeThrowsMade), FreeThrowsMade, nameof(FreeThrowsAttempted), FreeThrowsAttempted);
        AddIfMoreThan(found, nameof(ThreesMade), ThreesMade, nameof(FieldGoalsMade), FieldGoalsMade);
        AddIfMoreThan(found, nameof(ThreesAttempted), ThreesAttempted, nameof(FieldGoalsAttempted), FieldGoalsAttempted);
        if (PointsIdentityHolds == false)
            found.Add(FormattableString.Invariant($"{nameof(Points)} is {Points}, its shots add up to {(2 * FieldGoalsMade) + ThreesMade + FreeThrowsMade}"));
        return found;
    }

    /// <summary>As <see cref="BoxScoreMath.UsageRate"/>, against the line of the player's team.</summary>
    public double? UsageRate(BoxLine team) => BoxScoreMath.UsageRate(
        FieldGoalsAttempted, FreeThrowsAttempted, Turnovers, Minutes?.TotalMinutes,
        team.FieldGoalsAttempted, team.FreeThrowsAttempted, team.Turnovers, team.Minutes?.TotalMinutes);

    private static void AddIfMoreThan(List<string> found, string name, int? value, string limitName, int? limit)
    {
        if (value > limit)
            found.Add(FormattableString.Invariant($"{name} is {value}, more than {limitName}, {limit}"));
    }

    private (string Name, int? Value)[] Counts() =>
    [
        (nameof(Points), Points),
        (nameof(FieldGoalsMade), FieldGoalsMade),
        (nameof(FieldGoalsAttempted), FieldGoalsAttempted),
        (nameof(ThreesMade), ThreesMade),
        (nameof(ThreesAttempted), ThreesAttempted),
        (nameof(FreeThrowsMade), FreeThrowsMade),
        (nameof(FreeThrowsAttempted), FreeThrowsAttempted),
        (nameof(OffensiveRebounds), OffensiveRebounds),
        (nameof(Turnovers), Turnovers),
    ];
}
