using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator;

/// <summary>What books offer on games.</summary>
public sealed class GameBoardTests
{
    private static readonly Lazy<GameBoard> Board = new(() => new GameBoard(Leagues.Full));

    [Fact]
    public void Lines_are_opened_the_evening_before_move_and_are_closed_at_the_start()
    {
        var game = Leagues.Full.Games[600];
        Board.Value.Of(game, game.Scheduled.Date.AddDays(-1).At(20).AddTicks(-1)).ShouldBeEmpty();
        Board.Value.Of(game, game.Scheduled.TipOff).ShouldBeEmpty();
        var early = Board.Value.Of(game, game.Scheduled.Date.At(9));
        var late = Board.Value.Of(game, game.Scheduled.TipOff.AddSeconds(-1));
        early.Count.ShouldBe(Bookmaker.All.Count);
        early.Zip(late).ShouldContain(pair => pair.First.HomeSpread != pair.Second.HomeSpread || pair.First.Total != pair.Second.Total);
        late.ShouldAllBe(line => line.Updated < game.Scheduled.TipOff);
    }

    [Fact]
    public void Both_sides_have_the_books_margin_and_the_favourite_gives_points()
    {
        var lines = Closing(Leagues.Full.Games.Skip(300).Take(200)).Select(one => one.Line).ToArray();
        var margins = lines.SelectMany(line => new[] { (line.HomeSpreadPrice, line.AwaySpreadPrice), (line.OverPrice, line.UnderPrice), (line.HomeWinPrice, line.AwayWinPrice) })
            .Select(pair => pair.Item1.ImpliedProbability.Value + pair.Item2.ImpliedProbability.Value - 1).ToArray();
        margins.ShouldAllBe(margin => margin > 0.01 && margin < 0.12);
        margins.Average().ShouldBeInRange(0.05, 0.08);
        lines.Where(line => line.HomeSpread <= -3).ShouldAllBe(line => line.HomeWinPrice.ImpliedProbability.Value > line.AwayWinPrice.ImpliedProbability.Value);
        lines.ShouldAllBe(line => 2 * line.HomeSpread == decimal.Truncate(2 * line.HomeSpread) && line.Total > 150 && line.Total < 320);
    }

    [Fact]
    public void They_know_more_than_the_means_and_less_than_the_result()
    {
        var lines = Closing(Leagues.Full.Games.Skip(500).Take(700)).Where(one => one.Line.Book.Key == "draftkings").ToArray();
        double Margin(SimulatedGame game) => game.Box.HomeScore - game.Box.AwayScore;
        double Total(SimulatedGame game) => game.Box.HomeScore + game.Box.AwayScore;
        var (meanMargin, meanTotal) = (lines.Average(one => Margin(one.Game)), lines.Average(one => Total(one.Game)));

        Math.Abs(lines.Average(one => Margin(one.Game) + (double)one.Line.HomeSpread)).ShouldBeLessThan(1.5);
        Math.Abs(lines.Average(one => Total(one.Game) - (double)one.Line.Total)).ShouldBeLessThan(2.5);
        var (spreadError, meanError) = (Rms(lines.Select(one => Margin(one.Game) + (double)one.Line.HomeSpread)), Rms(lines.Select(one => Margin(one.Game) - meanMargin)));
        spreadError.ShouldBeLessThan(meanError);
        spreadError.ShouldBeGreaterThan(8);
        Rms(lines.Select(one => Total(one.Game) - (double)one.Line.Total)).ShouldBeLessThan(1.02 * Rms(lines.Select(one => Total(one.Game) - meanTotal)));
    }

    // The season is played again up to a date; what is opened the evening before that date follows from earlier dates alone.
    [Fact]
    public void What_is_opened_the_evening_before_has_not_seen_that_evenings_results()
    {
        var season = Leagues.Pocket(1);
        var dates = season.ByDate.Keys.Order().ToArray();
        var game = season.ByDate[dates[5]][0];
        var (evening, morning) = (game.Scheduled.Date.AddDays(-1).At(20), game.Scheduled.Date.At(9));
        var whole = new GameBoard(season);
        var otherwise = new GameBoard(Changed(season, dates[4]));

        otherwise.Of(game, evening).ShouldBe(whole.Of(game, evening));
        otherwise.Of(game, morning).ShouldNotBe(whole.Of(game, morning));
        new GameBoard(Changed(season, dates[5])).Of(game, morning).ShouldBe(whole.Of(game, morning));
    }

    // The results of a date as if the home teams had scored forty more in the first quarter.
    private static SimulatedSeason Changed(SimulatedSeason season, GameDate date) => new(
        season.League,
        [.. season.Games.Select(game => game.Scheduled.Date == date ? game with { Box = game.Box with { HomePeriods = [game.Box.HomePeriods[0] + 40, .. game.Box.HomePeriods.Skip(1)] } } : game)],
        season.Moves);

    private static IEnumerable<(SimulatedGame Game, GameQuote Line)> Closing(IEnumerable<SimulatedGame> games) =>
        games.SelectMany(game => Board.Value.Of(game, game.Scheduled.TipOff.AddMinutes(-5)).Select(line => (game, line)));

    private static double Rms(IEnumerable<double> errors) => Math.Sqrt(errors.Average(error => error * error));
}
