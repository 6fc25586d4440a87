namespace NbaProps.Analytics;

/// <summary>Shares of games.</summary>
internal static class Shares
{
    /// <summary>Share won of the games whose result is known; null when none is.</summary>
    public static double? Won(IEnumerable<bool?> results)
    {
        var known = results.OfType<bool>().ToArray();
        return known.Length == 0 ? null : known.Count(won => won) / (double)known.Length;
    }
}
