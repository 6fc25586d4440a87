using NbaProps.Domain.Players;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Health;
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

    // A star of whom nobody says anything is missing, and the others play his minutes: had a book heard of that, it would quote them a point higher.
    [Fact]
    public void Nobody_hears_of_a_late_scratch_by_the_lines_of_his_team_mates()
    {
        var differences = new List<decimal>();
        foreach (var game in Leagues.Full.Games.Skip(400).Take(60))
        {
            var star = game.Plan.Home.Players.MaxBy(plan => plan.Minutes)!;
            var others = game.Plan.Home.Players.Where(plan => plan != star).Select(plan => plan with { Minutes = plan.Minutes * 240 / (240 - star.Minutes) }).ToArray();
            var scratched = game with
            {
                Plan = game.Plan with { Home = game.Plan.Home with { Players = others } },
                HomeAbsences = [.. game.HomeAbsences.Where(absence => absence.Player != star.Player), new Absence(star.Player, null, null, Ailments.Illness, Plays: false)],
            };
            var (before, after) = (LinesOf(game), LinesOf(scratched));
            after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
            differences.AddRange(before.Where(line => line.Key.Item2 != star.Player.FullName).Select(line => after[line.Key] - line.Value));
        }

        differences.Average().ShouldBeInRange(-0.15m, 0.15m);
    }

    [Fact]
    public void On_the_day_books_hear_of_what_the_coach_means_and_the_evening_before_of_less()
    {
        var (evening, day) = (0.0, 0.0);
        foreach (var game in Leagues.Full.Games.Skip(400).Take(60))
        {
            var rested = game with { Plan = game.Plan with { Home = game.Plan.Home with { Players = [.. game.Plan.Home.Players.Select((plan, place) => plan with { Minutes = place < 3 ? plan.Minutes - 4 : plan.Minutes + (12.0 / (game.Plan.Home.Players.Count - 3)) })] } } };
            var three = game.Plan.Home.Players.Take(3).Select(plan => plan.Player.FullName).ToHashSet();
            double Fall(DateTimeOffset at) => (double)LinesOf(game, at).Where(line => three.Contains(line.Key.Item2)).Sum(line => line.Value - LinesOf(rested, at).GetValueOrDefault(line.Key, line.Value));
            evening += Fall(game.Scheduled.Date.AddDays(-1).At(21));
            day += Fall(game.Scheduled.TipOff.AddMinutes(-5));
        }

        evening.ShouldBeGreaterThan(0);
        day.ShouldBeGreaterThan(1.5 * evening);
    }

    private static Dictionary<(string, string), decimal> LinesOf(SimulatedGame game, DateTimeOffset? at = null) => Board.Value.Of(game, at ?? game.Scheduled.TipOff.AddMinutes(-5))
        .Where(quote => quote.IsMain).ToDictionary(quote => (quote.Book.Key, quote.Player.FullName), quote => quote.Line.Value);

    private Dictionary<(string, string), decimal> Main(DateTimeOffset at) => Board.Value.Of(Game, at).Where(quote => quote.IsMain)
        .ToDictionary(quote => (quote.Book.Key, quote.Player.FullName), quote => quote.Line.Value + (quote.Over.Value / 1000m));
}
