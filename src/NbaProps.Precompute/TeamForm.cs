using NbaProps.Domain.Calendar;
using NbaProps.Domain.Statistics;
using NbaProps.Shared.Manifest.Analytics;

namespace NbaProps.Precompute;

/// <summary>Figures over games of one team, newest first, only those of earlier dates. Means are of the games' own figures.</summary>
internal static class TeamForm
{
    private const int WinShareGames = 5;

    public static double? Pace(IEnumerable<TeamOffenseGameSummaryRow> games, int last) => Mean(games.Take(last).Select(game => game.Pace));

    public static double? OffensiveRating(IEnumerable<TeamOffenseGameSummaryRow> games, int last) => Mean(games.Take(last).Select(game => game.OffensiveRating));

    public static double? DefensiveRating(IEnumerable<TeamDefenseGameSummaryRow> games, int last) => Mean(games.Take(last).Select(game => game.DefensiveRating));

    /// <summary>Share of a season's games won; null below five whose result is known.</summary>
    public static double? WinShare(IEnumerable<TeamOffenseGameSummaryRow> games, Season season)
    {
        var known = games.Where(game => game.Season == season).Select(game => game.Won).OfType<bool>().ToArray();
        return known.Length >= WinShareGames ? known.Count(won => won) / (double)known.Length : null;
    }

    private static double? Mean(IEnumerable<double?> figures) => SampleStatistics.Mean(figures.OfType<double>());
}
