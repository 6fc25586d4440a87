using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Statistics;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Analytics;

namespace NbaProps.Precompute;

/// <summary>Figures over games that one player played. Games come newest first, only those of earlier dates; without games a figure is null.</summary>
internal static class PlayerForm
{
    private const int FreeThrowShareGames = 5;

    /// <summary>Mean points.</summary>
    public static double? Points(IEnumerable<PlayerGameSummaryRow> games) => SampleStatistics.Mean(games.Select(game => (double)game.Points));

    /// <summary>Sample standard deviation of the points; null below two games.</summary>
    public static double? PointsDeviation(IEnumerable<PlayerGameSummaryRow> games) =>
        SampleStatistics.SampleStandardDeviation(games.Select(game => (double)game.Points));

    /// <summary>Mean points of the last two games minus that of the three before, above zero when rising; null below five.</summary>
    public static double? PointsTrend(IReadOnlyList<PlayerGameSummaryRow> games) =>
        games.Count < 5 ? null : Points(games.Take(2)) - Points(games.Skip(2).Take(3));

    /// <summary>Mean minutes.</summary>
    public static double? Minutes(IEnumerable<PlayerGameSummaryRow> games) => SampleStatistics.Mean(games.Select(game => (double)game.MinutesPlayed));

    /// <summary>Points over minutes, each summed.</summary>
    public static double? PointsPerMinute(IReadOnlyCollection<PlayerGameSummaryRow> games) =>
        games.Sum(game => game.MinutesPlayed) is > 0 and var minutes ? games.Sum(game => game.Points) / (double)minutes : null;

    /// <summary>Usage in percent, weighed by minutes: a stint of rounded minutes must not count like a game.</summary>
    public static double? Usage(IEnumerable<PlayerGameSummaryRow> games)
    {
        var (weighed, minutes) = games.Where(game => game.UsageRate is not null)
            .Aggregate((Weighed: 0.0, Minutes: 0), (sum, game) => (sum.Weighed + (game.UsageRate!.Value * game.MinutesPlayed), sum.Minutes + game.MinutesPlayed));
        return minutes > 0 ? weighed / minutes : null;
    }

    /// <summary>True shooting, points and attempts each summed.</summary>
    public static double? TrueShooting(IReadOnlyCollection<PlayerGameSummaryRow> games) =>
        BoxScoreMath.TrueShooting(games.Sum(game => game.Points), games.Sum(game => game.FgAttempts), games.Sum(game => game.FtAttempts));

    /// <summary>Points from free throws over all points; null below five games or without points.</summary>
    public static double? FreeThrowPointShare(IReadOnlyCollection<PlayerGameSummaryRow> games) =>
        games.Count >= FreeThrowShareGames && games.Sum(game => game.Points) is > 0 and var points ? games.Sum(game => game.FtMakes) / (double)points : null;

    /// <summary>The games against an opponent within 365 days.</summary>
    public static IReadOnlyList<PlayerGameSummaryRow> Against(IEnumerable<PlayerGameSummaryRow> games, TeamTricode opponent, GameDate date) =>
        [.. games.Where(game => game.Opponent == opponent && date.DaysSince(game.GameDate) <= 365)];
}
