using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Plausibility;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>What is measured of a simulated season is what was played.</summary>
public sealed class SimulatedFactsTests
{
    [Fact]
    public void Every_game_is_measured_as_it_was_played()
    {
        var season = Leagues.Pocket(3);
        var facts = SimulatedFacts.Of(season);

        facts.Games.Count.ShouldBe(season.Games.Count);
        foreach (var game in facts.Games)
        {
            var box = season.ById[game.Home.Game].Box;
            (game.Home.Counts.Points, game.Away.Counts.Points, game.Home.Overtimes).ShouldBe((box.HomeScore, box.AwayScore, box.Overtimes));
            (game.Home.Team, game.Away.Team, game.Home.Date).ShouldBe((box.Plan.Home.Team, box.Plan.Away.Team, season.ById[game.Home.Game].Scheduled.Date));
            game.Home.Players.ShouldBe(box.Of(Side.Home).Count(line => line.Seconds > 0));
            game.Away.Minutes.ShouldBe(240 + (25 * box.Overtimes), 1e-9);
        }
    }

    [Fact]
    public void A_line_is_the_books_main_one_and_its_points_are_the_players()
    {
        var board = new PropBoard(Leagues.Full);
        foreach (var lines in MeasuredSeasons.First.Lines.GroupBy(line => line.Game).Skip(600).Take(60))
        {
            var game = Leagues.Full.ById[lines.Key];
            var quotes = board.Of(game, game.Scheduled.TipOff.AddMinutes(-5)).Where(quote => quote.IsMain && quote.Book.Key == "draftkings");
            lines.Select(line => (line.Line, line.Price.Over, line.Price.Under, line.Points)).ShouldBe(quotes.Select(quote =>
                (quote.Line, quote.Over, quote.Under!.Value, game.Box.Players.SingleOrDefault(line => line.Player == quote.Player && line.Seconds > 0)?.Points)));
        }

        MeasuredSeasons.First.Lines.ShouldContain(line => line.Points == null);
    }
}
