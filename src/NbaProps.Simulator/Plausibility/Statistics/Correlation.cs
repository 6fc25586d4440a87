namespace NbaProps.Simulator.Plausibility.Statistics;

/// <summary>Correlations of what is left once each group's own mean is taken out, over all groups together.</summary>
internal static class Correlation
{
    /// <summary>
    /// Of each value with the next of its group: the sum of the products of neighbours' deviations from their group's mean, divided by the roots of the sums of
    /// squares of the first and of the second of each pair. A group of n values without memory gives about -1 / n, because its mean is its own.
    /// </summary>
    /// <param name="groups">Values in the order of time; at least one group with three values that differ.</param>
    /// <returns>-1 to 1.</returns>
    public static double OfNeighbours(IEnumerable<IReadOnlyList<double>> groups)
    {
        var sums = default(Sums);
        foreach (var group in groups)
        {
            var mean = group.Average();
            for (var i = 1; i < group.Count; i++)
            {
                sums = sums.With(group[i - 1] - mean, group[i] - mean);
            }
        }

        return sums.Correlation;
    }

    /// <summary>Of two figures of the same cases.</summary>
    /// <param name="groups">Both figures of each case; at least one group in which both differ.</param>
    /// <returns>-1 to 1.</returns>
    public static double Within(IEnumerable<IReadOnlyList<(double First, double Second)>> groups)
    {
        var sums = default(Sums);
        foreach (var group in groups)
        {
            var (first, second) = (group.Average(pair => pair.First), group.Average(pair => pair.Second));
            sums = group.Aggregate(sums, (all, pair) => all.With(pair.First - first, pair.Second - second));
        }

        return sums.Correlation;
    }

    private readonly record struct Sums(double Products, double FirstSquares, double SecondSquares)
    {
        public double Correlation => Products / Math.Sqrt(FirstSquares * SecondSquares);

        public Sums With(double first, double second) => new(Products + (first * second), FirstSquares + (first * first), SecondSquares + (second * second));
    }
}
