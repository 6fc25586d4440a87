using NbaProps.Shared.Notifications;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>How bad it is that a service is behind. Commits and hours each have a severity, and the worse one counts.</summary>
public static class DriftRule
{
    /// <summary>A drift is to be over within this time, on average and at worst.</summary>
    public static readonly TimeSpan Goal = TimeSpan.FromHours(2);

    /// <summary>Further behind than this many commits on its own paths a service does not predict.</summary>
    public const int MostCommitsToPredict = 3;

    private const int WarningCommits = 3;
    private const int CriticalCommits = 6;
    private static readonly TimeSpan WarningAge = TimeSpan.FromHours(6);
    private static readonly TimeSpan CriticalAge = TimeSpan.FromHours(12);

    /// <summary>
    /// The severity: INFO for 1 or 2 commits, WARNING for 3 to 5, CRITICAL from 6 on; INFO below 6 hours, WARNING from 6 to 12 hours with both of them, CRITICAL beyond.
    /// </summary>
    /// <param name="commits">Commits behind on the service's own paths.</param>
    /// <param name="age">Since when the first of them has been on main.</param>
    /// <returns>Null when nothing is behind, whatever the age.</returns>
    public static Severity? Of(int commits, TimeSpan age)
    {
        if (commits <= 0)
        {
            return null;
        }

        var byCommits = commits >= CriticalCommits ? Severity.Critical : commits >= WarningCommits ? Severity.Warning : Severity.Info;
        var byAge = age > CriticalAge ? Severity.Critical : age >= WarningAge ? Severity.Warning : Severity.Info;
        return byAge > byCommits ? byAge : byCommits;
    }
}
