namespace NbaProps.Shared.Deployment.Drift;

/// <summary>Several services in figures.</summary>
/// <param name="Mean">The mean age of the drifts that there are; zero when there is none.</param>
/// <param name="Worst">The greatest age.</param>
/// <param name="Unknown">Services of which nobody knows how far behind they are; they are in neither figure.</param>
public sealed record DriftSummary(TimeSpan Mean, TimeSpan Worst, int Unknown)
{
    /// <summary>Whether the worst drift is within <see cref="DriftRule.Goal"/> and none is unknown.</summary>
    public bool IsWithinGoal => Worst < DriftRule.Goal && Unknown == 0;

    /// <summary>Sums services up.</summary>
    /// <param name="drifts">One for each service.</param>
    /// <param name="now">Wall clock, UTC.</param>
    public static DriftSummary Of(IReadOnlyCollection<ServiceDrift> drifts, DateTimeOffset now)
    {
        var ages = drifts.Where(drift => drift.State == DriftState.Behind).Select(drift => drift.AgeAt(now)).ToArray();
        return ages.Length == 0
            ? new(TimeSpan.Zero, TimeSpan.Zero, drifts.Count(drift => drift.IsUnknown))
            : new(TimeSpan.FromTicks((long)ages.Average(age => age.Ticks)), ages.Max(), drifts.Count(drift => drift.IsUnknown));
    }
}
