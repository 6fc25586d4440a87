namespace NbaProps.Domain.BoxScores;

/// <summary>
/// The usual box-score figures. Every one is null when an input is missing or its denominator is not above zero; none is ever 0 or NaN for want of data.
/// Formulas: basketball-reference.com glossary, with 0.44 as the share of free throws that end a possession.
/// </summary>
public static class BoxScoreMath
{
    private const double FreeThrowWeight = 0.44;
    private const double RegulationMinutes = 48;
    private const double RegulationTeamMinutes = 240;
    private const double OvertimeTeamMinutes = 25;

    /// <summary>Points per two shooting attempts: PTS / (2 x (FGA + 0.44 x FTA)). A ratio, about 0.57 in the league; up to 1.5.</summary>
    public static double? TrueShooting(double? points, double? fga, double? fta)
        => Ratio(points, 2 * (fga + (FreeThrowWeight * fta)));

    /// <summary>Field-goal share with a three counted one and a half times: (FGM + 0.5 x 3PM) / FGA. A ratio, 0 to 1.5.</summary>
    public static double? EffectiveFieldGoal(double? fgm, double? fg3m, double? fga)
        => Ratio(fgm + (0.5 * fg3m), fga);

    /// <summary>
    /// Share of his team's possessions a player ended while on court, in percent:
    /// 100 x (FGA + 0.44 x FTA + TOV) x (TmMIN / 5) / (MIN x (TmFGA + 0.44 x TmFTA + TmTOV)).
    /// </summary>
    /// <param name="fga">The player's field-goal attempts.</param>
    /// <param name="fta">The player's free-throw attempts.</param>
    /// <param name="tov">The player's turnovers.</param>
    /// <param name="minutes">The player's minutes.</param>
    /// <param name="teamFga">The team's field-goal attempts.</param>
    /// <param name="teamFta">The team's free-throw attempts.</param>
    /// <param name="teamTov">The team's turnovers.</param>
    /// <param name="teamMinutes">The team's minutes: 240, or 265 after one overtime.</param>
    /// <returns>About 20 on average. In a few seconds on court it can pass 100; it is not cut, whoever averages it weighs it by minutes.</returns>
    public static double? UsageRate(
        double? fga, double? fta, double? tov, double? minutes, double? teamFga, double? teamFta, double? teamTov, double? teamMinutes)
        => Ratio(
            100 * Ended(fga, fta, tov) * Positive(teamMinutes) / 5,
            Positive(minutes) * Positive(Ended(teamFga, teamFta, teamTov)));

    /// <summary>Possessions, estimated: FGA + 0.44 x FTA + TOV - OREB. Null when that is not above zero.</summary>
    public static double? Possessions(double? fga, double? fta, double? tov, double? oreb)
        => Positive(Ended(fga, fta, tov) - oreb);

    /// <summary>
    /// Possessions per 48 minutes: possessions x 48 / (team minutes / 5). With the opponent's possessions, the mean of both is used, which is
    /// how published pace is reckoned; without, the team's own.
    /// </summary>
    public static double? Pace(double? possessions, double? opponentPossessions, double? teamMinutes)
        => Ratio((possessions + (opponentPossessions ?? possessions)) / 2 * RegulationMinutes, teamMinutes / 5);

    /// <summary>Points per 100 possessions of one's own.</summary>
    public static double? OffensiveRating(double? points, double? possessions)
        => Ratio(100 * points, possessions);

    /// <summary>The opponent's points per 100 of the opponent's possessions; lower is better.</summary>
    public static double? DefensiveRating(double? opponentPoints, double? opponentPossessions)
        => Ratio(100 * opponentPoints, opponentPossessions);

    /// <summary>Number of five-minute overtimes in a team's minutes: (minutes - 240) / 25, to the nearest whole number.</summary>
    /// <returns>0 or more; null when the minutes are missing or too few for a finished game.</returns>
    /// <remarks>
    /// The league's game logs add up rounded player minutes, so a game without overtime shows 237 to 244 and one overtime 262 to 268. Rounding
    /// down, as is often seen, would lose the overtime at 264 and the second one at 289.
    /// </remarks>
    public static int? OvertimePeriods(double? teamMinutes)
    {
        if (teamMinutes is not { } minutes || !double.IsFinite(minutes) || minutes > 1000)
            return null;
        var periods = Math.Round((minutes - RegulationTeamMinutes) / OvertimeTeamMinutes, MidpointRounding.AwayFromZero);
        return periods >= 0 ? (int)periods : null;
    }

    /// <summary>Whether 2 x FGM + 3PM + FTM = PTS, as in every correct box score; null when an input is missing.</summary>
    public static bool? PointsIdentityHolds(int? fgm, int? fg3m, int? ftm, int? points)
        => fgm is { } fieldGoals && fg3m is { } threes && ftm is { } freeThrows && points is { } total
            ? (2L * fieldGoals) + threes + freeThrows == total
            : null;

    private static double? Ended(double? fga, double? fta, double? tov) => fga + (FreeThrowWeight * fta) + tov;

    private static double? Positive(double? value) => value > 0 ? value : null;

    private static double? Ratio(double? numerator, double? denominator)
        => numerator / Positive(denominator) is { } ratio && double.IsFinite(ratio) ? ratio : null;
}
