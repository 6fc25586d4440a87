using System.Runtime.InteropServices;

namespace NbaProps.Domain.Statistics;

/// <summary>
/// Figures of a sample. Null where the sample is too small for the figure; never 0 or NaN for want of data. A value that is not finite is a
/// defect of the caller (<see cref="ArgumentException"/>): what is missing is left out of a sample, not marked in it.
/// </summary>
public static class SampleStatistics
{
    /// <summary>Arithmetic mean; null for an empty sample.</summary>
    public static double? Mean(IEnumerable<double> sample) => Moments.Of(sample) is { Count: > 0 } moments ? moments.Mean : null;

    /// <summary>Sample variance, sum of squared deviations / (n - 1); null for fewer than two values.</summary>
    public static double? SampleVariance(IEnumerable<double> sample)
        => Moments.Of(sample) is { Count: > 1 } moments ? moments.SquaredDeviations / (moments.Count - 1) : null;

    /// <summary>Square root of <see cref="SampleVariance"/>, in the sample's unit; null for fewer than two values.</summary>
    public static double? SampleStandardDeviation(IEnumerable<double> sample)
        => SampleVariance(sample) is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>The middle value, or the mean of the two middle values; null for an empty sample.</summary>
    public static double? Median(IEnumerable<double> sample)
    {
        var sorted = sample.Select(Finite).Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low + ((high - low) / 2);
    }

    /// <summary>
    /// Wilson score interval of a share (Wilson, JASA 22, 1927): holds its coverage for small samples and shares near 0 or 1, and never leaves [0, 1].
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="z">Standard deviations to either side: 1.96 for 95 %.</param>
    /// <returns>Null when there were no trials.</returns>
    public static Interval? WilsonInterval(int successes, int trials, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(z > 0) || !double.IsFinite(z))
            throw new ArgumentOutOfRangeException(nameof(z), z, "A number of standard deviations is above zero.");
        if (trials == 0)
            return null;

        double n = trials;
        var share = successes / n;
        var scale = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / scale;
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / scale;
        // At 0 and n successes the ends are 0 and 1 exactly; rounding would miss them by an ulp.
        return new Interval(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }

    private static double Finite(double value)
        => double.IsFinite(value) ? value : throw new ArgumentException($"A sample holds numbers only; {value} is none.");

    /// <summary>Running moments (Welford, Technometrics 4, 1962), which do not lose digits where the mean is large against the deviation.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Moments(int Count, double Mean, double SquaredDeviations)
    {
        public static Moments Of(IEnumerable<double> sample)
        {
            var moments = default(Moments);
            foreach (var value in sample)
                moments = moments.With(Finite(value));
            return moments;
        }

        private Moments With(double value)
        {
            var delta = value - Mean;
            var mean = Mean + (delta / (Count + 1));
            return new Moments(Count + 1, mean, SquaredDeviations + (delta * (value - mean)));
        }
    }
}
