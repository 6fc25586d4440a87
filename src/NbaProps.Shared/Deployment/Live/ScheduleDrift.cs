namespace NbaProps.Shared.Deployment.Live;

/// <summary>Compares the scheduler's jobs with those that are declared. Others are somebody else's.</summary>
public static class ScheduleDrift
{
    /// <summary>What is not as declared, in the order of the declarations.</summary>
    /// <param name="declared">The jobs that there shall be.</param>
    /// <param name="live">The jobs that there are.</param>
    public static IReadOnlyList<LiveFinding> Compare(IReadOnlyList<ScheduledCall> declared, IReadOnlyList<ScheduledCall> live)
    {
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(live);
        var known = live.ToDictionary(job => job.Name, StringComparer.Ordinal);
        return [.. declared.SelectMany(job => known.TryGetValue(job.Name, out var there) ? Compare(job, there) : [new(LiveProblem.Missing, job.Name, "the schedule is not there")])];
    }

    private static IEnumerable<LiveFinding> Compare(ScheduledCall declared, ScheduledCall live)
    {
        if (live.IsPaused && !declared.IsPaused)
        {
            yield return new(LiveProblem.Paused, declared.Name, "the schedule is paused");
        }

        if (live.Target != declared.Target)
        {
            yield return new(LiveProblem.Misdirected, declared.Name, $"the schedule calls {live.Target} and is declared to call {declared.Target}");
        }

        if (!string.Equals(live.Audience, declared.Audience, StringComparison.Ordinal))
        {
            yield return new(LiveProblem.Misdirected, declared.Name, $"the schedule's token is for {live.Audience ?? "nobody"} and declared for {declared.Audience ?? "nobody"}");
        }

        if (!string.Equals(live.Schedule, declared.Schedule, StringComparison.Ordinal) || !string.Equals(live.TimeZone, declared.TimeZone, StringComparison.Ordinal))
        {
            yield return new(LiveProblem.Differs, declared.Name, $"the schedule is {live.Schedule} {live.TimeZone} and declared as {declared.Schedule} {declared.TimeZone}");
        }
    }
}
