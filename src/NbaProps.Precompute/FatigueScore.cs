namespace NbaProps.Precompute;

/// <summary>How rested a player is: 100 is fully rested, 0 exhausted. Load only: age, which the original took off up to ten points for, is not known to us.</summary>
internal static class FatigueScore
{
    /// <summary>The score; null when it is not known when he last played this season.</summary>
    /// <param name="daysRest">Days without a game since his last: 0 when he played the day before.</param>
    /// <param name="gamesInLast7Days">Games he played on the seven days before.</param>
    /// <param name="minutesInLast7Days">His minutes in those.</param>
    /// <param name="backToBacksLast14Days">Pairs of games on consecutive days on the fourteen days before.</param>
    public static double? Of(int? daysRest, int gamesInLast7Days, int minutesInLast7Days, int backToBacksLast14Days)
    {
        if (daysRest is not { } rest)
            return null;
        var score = 100 + Rest(rest) + BackToBacks(backToBacksLast14Days);
        score -= gamesInLast7Days >= 4 ? 10 : 0;
        score -= minutesInLast7Days > 240 ? 10 : 0;
        score -= minutesInLast7Days > 35 * gamesInLast7Days ? 8 : 0;
        return Math.Clamp(score, 0, 100);
    }

    private static int Rest(int daysRest) => daysRest switch
    {
        0 => -15,
        >= 2 => 5,
        _ => 0,
    };

    private static int BackToBacks(int count) => count switch
    {
        >= 2 => -12,
        1 => -5,
        _ => 0,
    };
}
