using NbaProps.Domain.Statistics;
using NbaProps.Shared.Manifest.Analytics;

namespace NbaProps.Predictions.Systems;

/// <summary>A game that a player played, with what was known before it. Nothing of the game itself but its points, and nothing later, enters.</summary>
/// <param name="Row">The game.</param>
/// <param name="OpponentDefRating">The opponent's defensive rating over its fifteen games before; null when none is known.</param>
/// <param name="DaysRest">Days without a game since his game before in that season; null for the season's first.</param>
/// <param name="Form">Mean points of his five games before minus the season's until then; null for the season's first.</param>
internal sealed record PastGame(PlayerGameSummaryRow Row, double? OpponentDefRating, int? DaysRest, double? Form)
{
    private const int FormGames = 5;

    /// <summary>A player's latest games.</summary>
    /// <param name="played">All his games, newest first.</param>
    /// <param name="ratings">Defensive ratings as of any date.</param>
    /// <param name="count">How many to look back at.</param>
    public static IReadOnlyList<PastGame> Of(IReadOnlyList<PlayerGameSummaryRow> played, OpponentRatings ratings, int count)
    {
        var games = new List<PastGame>(count);
        for (var index = 0; index < played.Count && index < count; index++)
            games.Add(Of(played, index, ratings));
        return games;
    }

    private static PastGame Of(IReadOnlyList<PlayerGameSummaryRow> played, int index, OpponentRatings ratings)
    {
        var game = played[index];
        var before = played.Skip(index + 1);
        var season = before.Where(earlier => earlier.Season == game.Season).ToArray();
        return new(
            game,
            ratings.Before(game.Opponent, game.GameDate),
            season.Length > 0 ? game.GameDate.DaysSince(season[0].GameDate) - 1 : null,
            Mean(before.Take(FormGames)) - Mean(season));
    }

    private static double? Mean(IEnumerable<PlayerGameSummaryRow> games) => SampleStatistics.Mean(games.Select(game => (double)game.Points));
}
