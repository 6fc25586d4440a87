namespace NbaProps.Simulator.Plausibility.Statistics;

/// <summary>
/// One-way random effects: value = mean + what the group adds + what the single case adds. Estimated from the analysis of variance for groups of
/// unequal size (Searle, Casella and McCulloch, Variance Components, 1992, chapter 3).
/// </summary>
/// <param name="Between">Variance of what groups add; 0 when the groups differ less than chance would make them.</param>
/// <param name="Within">Variance of what single cases add.</param>
internal sealed record VarianceComponents(double Between, double Within)
{
    /// <summary>Estimates both.</summary>
    /// <param name="groups">At least two groups, none empty, at least one with two values.</param>
    public static VarianceComponents Of(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var cases = groups.Sum(group => group.Count);
        var mean = groups.Sum(group => group.Sum()) / cases;
        var (squaresBetween, squaresWithin) = (0.0, 0.0);
        foreach (var group in groups)
        {
            var own = group.Average();
            squaresBetween += group.Count * (own - mean) * (own - mean);
            squaresWithin += group.Sum(value => (value - own) * (value - own));
        }

        var within = squaresWithin / (cases - groups.Count);
        var size = (cases - (groups.Sum(group => (double)group.Count * group.Count) / cases)) / (groups.Count - 1);
        return new(Math.Max(0, ((squaresBetween / (groups.Count - 1)) - within) / size), within);
    }
}
