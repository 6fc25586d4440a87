using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Books;

/// <summary>
/// The spreads, totals and winners' prices of a season's games. Books believe what the teams' results so far say, with home court and rest; they
/// do not know who can do what. What is opened the evening before has not seen that evening's results.
/// </summary>
public sealed class GameBoard
{
    private const double MarginDeviation = 12.8;
    private const double TotalDeviation = 17.5;

    private readonly long _seed;
    private readonly Dictionary<GameId, ((double Home, double Away) Opening, (double Home, double Away) Morning)> _expected = [];

    /// <summary>The board of a season.</summary>
    public GameBoard(SimulatedSeason season)
    {
        ArgumentNullException.ThrowIfNull(season);
        _seed = season.League.Seed;
        var ratings = new TeamRatings();
        var (before, played) = (ratings, default(GameDate?));
        var last = new Dictionary<TeamTricode, GameDate>();
        foreach (var date in season.Games.GroupBy(game => game.Scheduled.Date))
        {
            bool Tired(TeamTricode team) => last.TryGetValue(team, out var day) && day == date.Key.AddDays(-1);
            var opening = played == date.Key.AddDays(-1) ? before : ratings;
            before = ratings.Copy();
            foreach (var game in date)
            {
                var (home, away) = (game.Scheduled.Home, game.Scheduled.Away);
                _expected[game.Scheduled.Id] = (opening.Expected(home, away, Tired(home), Tired(away)), before.Expected(home, away, Tired(home), Tired(away)));
                if (!game.IsOff)
                {
                    ratings.Learn(game, Tired(home), Tired(away));
                }
            }

            foreach (var game in date.Where(game => !game.IsOff))
            {
                last[game.Scheduled.Home] = last[game.Scheduled.Away] = date.Key;
            }

            played = date.Key;
        }
    }

    /// <summary>Each book's lines on a game as they stand at a moment; none before the game is opened, and none from its start on.</summary>
    public IReadOnlyList<GameQuote> Of(SimulatedGame game, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(game);
        return QuoteTimes.LastBefore(game.Scheduled, at) is { } moment ? [.. Bookmaker.All.Select(book => Of(game, book, moment))] : [];
    }

    private GameQuote Of(SimulatedGame game, Bookmaker book, int moment)
    {
        var (opening, morning) = _expected[game.Scheduled.Id];
        var (home, away) = moment == 0 ? opening : morning;
        var common = Dice.For(_seed, "game belief", game.Scheduled.Id.ToString());
        var dice = Dice.For(_seed, "game quote", game.Scheduled.Id.ToString(), book.Key);
        var margin = home - away + common.Normal(0, 0.9) + dice.Normal(0, 20 * book.Noise);
        var total = home + away + common.Normal(0, 1.6) + dice.Normal(0, 30 * book.Noise);
        for (var i = 0; i < moment; i++)
        {
            margin += dice.Happens(0.4) ? dice.Normal(0, 0.35) : 0;
            total += dice.Happens(0.4) ? dice.Normal(0, 0.5) : 0;
        }

        var updated = QuoteTimes.Written(game.Scheduled, moment, dice);
        var (spread, points) = (-HalfPoints(margin), HalfPoints(total));
        var covers = Share(margin + spread, MarginDeviation);
        var over = Share(total - points, TotalDeviation);
        var wins = Share(margin, MarginDeviation);
        return new(
            book, (decimal)spread, BookPrice.Of(covers, book), BookPrice.Of(1 - covers, book), (decimal)points, BookPrice.Of(over, book), BookPrice.Of(1 - over, book),
            BookPrice.Of(wins, book), BookPrice.Of(1 - wins, book), updated);
    }

    private static double HalfPoints(double points) => Math.Round(2 * points) / 2;

    // The normal curve's area up to a distance, by the algebraic curve of the same slope in the middle: a root is the same on every processor.
    private static double Share(double distance, double deviation)
    {
        var slope = 0.798 * distance / deviation;
        return 0.5 + (0.5 * slope / Math.Sqrt(1 + (slope * slope)));
    }
}
