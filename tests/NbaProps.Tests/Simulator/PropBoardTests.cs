using NbaProps.Domain.Players;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator;

/// <summary>What books offer, and when.</summary>
public sealed class PropBoardTests
{
    private static readonly Lazy<PropBoard> Board = new(() => new PropBoard(Leagues.Full));

    private static SimulatedGame Game => Leagues.Full.Games[600];

    [Fact]
    public void Lines_are_opened_the_evening_before_and_closed_at_the_start()
    {
        Board.Value.Of(Game, Game.Scheduled.Date.AddDays(-1).At(19)).ShouldBeEmpty();
        Board.Value.Of(Game, Game.Scheduled.Date.AddDays(-1).At(20)).ShouldNotBeEmpty();
        Board.Value.Of(Game, Game.Scheduled.TipOff.AddSeconds(-1)).ShouldNotBeEmpty();
        Board.Value.Of(Game, Game.Scheduled.TipOff).ShouldBeEmpty();
    }

    [Fact]
    public void Whenever_a_line_is_seen_it_has_been_written()
    {
        foreach (var moment in new[] { Game.Scheduled.Date.AddDays(-1).At(20), Game.Scheduled.Date.At(8, 40), Game.Scheduled.TipOff.AddMinutes(-40) })
        {
            Board.Value.Of(Game, moment).ShouldAllBe(quote => quote.Updated <= moment);
        }
    }

    [Fact]
    public void A_line_was_written_before_it_is_seen_and_before_the_start()
    {
        var at = Game.Scheduled.TipOff.AddMinutes(-5);
        Board.Value.Of(Game, at).ShouldAllBe(quote => quote.Updated < Game.Scheduled.TipOff);
    }

    [Fact]
    public void Main_lines_have_two_sides_and_the_books_margin()
    {
        var main = Leagues.Full.Games.Skip(500).Take(40).SelectMany(game => Board.Value.Of(game, game.Scheduled.TipOff.AddMinutes(-5))).Where(quote => quote.IsMain).ToArray();
        var margins = main.Select(quote => quote.Over.ImpliedProbability.Value + quote.Under!.Value.ImpliedProbability.Value - 1).ToArray();

        main.GroupBy(quote => (quote.Book.Key, quote.Player.Id, quote.Updated)).ShouldAllBe(lines => lines.Count() == 1);
        margins.ShouldAllBe(margin => margin > 0.02 && margin < 0.12);
        margins.Average().ShouldBeInRange(0.05, 0.08);
    }

    [Fact]
    public void They_move_during_the_day_and_some_books_list_alternates()
    {
        var early = Main(Game.Scheduled.Date.At(9));
        var late = Main(Game.Scheduled.TipOff.AddMinutes(-10));

        early.Keys.Intersect(late.Keys).ShouldContain(key => early[key] != late[key]);
        Board.Value.Of(Game, Game.Scheduled.Date.At(9)).Where(quote => !quote.IsMain).Select(quote => quote.Book.Alternates).ShouldAllBe(lists => lists);
        Board.Value.Of(Game, Game.Scheduled.Date.At(9)).ShouldContain(quote => quote.Under == null);
    }

    [Fact]
    public void Names_are_typed_without_marks_and_mean_the_same() => Board.Value.Of(Game, Game.Scheduled.TipOff.AddMinutes(-5))
        .ShouldAllBe(quote => quote.NameAsWritten.All(char.IsAscii) && NameKey.From(quote.NameAsWritten) == quote.Player.NameKey);

    [Fact]
    public void Who_is_known_to_be_out_has_no_line_and_who_is_scratched_late_keeps_his()
    {
        var scratched = Leagues.Full.Games.SelectMany(game => game.HomeAbsences.Concat(game.AwayAbsences).Where(absence => absence.IsLateScratch).Select(absence => (Game: game, absence.Player)));
        scratched.ShouldContain(one => Board.Value.Of(one.Game, one.Game.Scheduled.TipOff.AddMinutes(-5)).Any(quote => quote.Player == one.Player));

        foreach (var game in Leagues.Full.Games.Skip(400).Take(60))
        {
            var quoted = Board.Value.Of(game, game.Scheduled.TipOff.AddMinutes(-5)).Select(quote => quote.Player).ToHashSet();
            game.HomeAbsences.Concat(game.AwayAbsences).Where(absence => !absence.Plays && !absence.IsLateScratch).ShouldAllBe(absence => !quoted.Contains(absence.Player));
        }
    }

    private Dictionary<(string, string), decimal> Main(DateTimeOffset at) => Board.Value.Of(Game, at).Where(quote => quote.IsMain)
        .ToDictionary(quote => (quote.Book.Key, quote.Player.FullName), quote => quote.Line.Value + (quote.Over.Value / 1000m));
}
