namespace NbaProps.Shared.Resilience;

/// <summary>Waits that double from attempt to attempt, each shortened at random by up to half so that callers do not move in step.</summary>
/// <param name="first">Wait after the first attempt, before jitter.</param>
/// <param name="longest">No wait is longer.</param>
/// <param name="random">Draws from [0, 1).</param>
public sealed class BackOff(TimeSpan first, TimeSpan longest, Func<double> random)
{
    // 2^30 times a millisecond is twelve days: beyond any longest wait, and far from an overflow.
    private const int MostDoublings = 30;

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">The attempt that failed, 1 or more.</param>
    public TimeSpan After(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var doubled = first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, MostDoublings));
        return TimeSpan.FromSeconds(Math.Min(doubled, longest.TotalSeconds) * (1 - (0.5 * random())));
    }
}
