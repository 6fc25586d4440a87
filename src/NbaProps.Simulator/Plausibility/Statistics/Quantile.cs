namespace NbaProps.Simulator.Plausibility.Statistics;

/// <summary>Quantiles of a sample.</summary>
internal static class Quantile
{
    /// <summary>The value below which a share of the sample lies, between neighbours on a straight line (Hyndman and Fan, 1996, type 7).</summary>
    /// <param name="sample">At least one value.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(IEnumerable<double> sample, double share)
    {
        var sorted = sample.Order().ToArray();
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
