namespace NbaProps.Precompute;

/// <summary>Features that are levels from -2 to 2, above zero when something rises.</summary>
internal static class FeatureLevels
{
    private const double RoundingSlack = 1e-9;

    /// <summary>Rise of points per game: 5 or more is 2, 2 or more is 1, the same below zero.</summary>
    public static double? RecentTrend(double? pointsRise) => Level(pointsRise, 2, 5);

    /// <summary>Minutes of the last ten games against the season's: 20 % more is 2, 10 % more is 1, the same below zero.</summary>
    public static double? MinutesChange(double? lastTen, double? season) => Level(season > 0 ? (lastTen / season) - 1 : null, 0.1, 0.2);

    // A quotient such as 33/30 falls short of its tenth by rounding; the slack is far below what figures of games can differ by.
    private static double? Level(double? rise, double one, double two) =>
        rise is { } value ? Math.Sign(value) * (Math.Abs(value) >= two - RoundingSlack ? 2 : Math.Abs(value) >= one - RoundingSlack ? 1 : 0) : null;
}
