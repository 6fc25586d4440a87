using FsCheck;
using FsCheck.Fluent;

using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator;

/// <summary>A game's events, line-ups, box score and score say the same, to the point and to the second.</summary>
public sealed class GameTests
{
    [Fact]
    public void Games_of_any_seed_agree_with_themselves() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var season = Leagues.Pocket(seed);
            foreach (var game in season.Games)
            {
                Agrees(game, season.EventsOf(game));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Games_of_thirty_teams_do_too()
    {
        foreach (var game in Leagues.Full.Games.Where((_, place) => place % 40 == 0))
        {
            Agrees(game, Leagues.Full.EventsOf(game));
        }
    }

    [Fact]
    public void A_game_played_again_is_the_same_game()
    {
        var season = Leagues.Pocket(11);
        var game = season.Games[3];

        Text(season.EventsOf(game)).ShouldBe(Text(season.EventsOf(game)));
        Text(season.EventsOf(game)).ShouldNotBe(Text(season.EventsOf(season.Games[4])));
        BoxScore.Of(game.Plan, season.EventsOf(game)).HomeScore.ShouldBe(game.Box.HomeScore);
    }

    private static string Text(IEnumerable<PlayEvent> events) =>
        string.Join('\n', events.Select(play => FormattableString.Invariant($"{play.Period} {play.Clock} {play.Kind} {play.Player} {play.Other} {play.HomeScore}-{play.AwayScore}")));

    private static void Agrees(SimulatedGame game, IReadOnlyList<PlayEvent> events)
    {
        var box = game.Box;
        events.Select(play => play.Number).ShouldBe(Enumerable.Range(1, events.Count));
        (events[^1].HomeScore, events[^1].AwayScore).ShouldBe((box.HomeScore, box.AwayScore));
        box.HomeScore.ShouldNotBe(box.AwayScore);
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            var lines = box.Of(side).ToArray();
            lines.Sum(line => line.Points).ShouldBe(box.ScoreOf(side));
            lines.Sum(line => line.Seconds).ShouldBe(5 * (2_880 + (300 * box.Overtimes)));
            lines.Sum(line => line.PlusMinus).ShouldBe(5 * (box.ScoreOf(side) - box.ScoreOf(side.Other())));
            lines.Count(line => line.Starter).ShouldBe(5);
            lines.ShouldAllBe(line => line.FieldGoalsMade <= line.FieldGoalsAttempted && line.ThreesMade <= line.ThreesAttempted && line.FreeThrowsMade <= line.FreeThrowsAttempted);
        }

        Flows(game, events);
        Overtimes(game, events);
    }

    private static void Flows(SimulatedGame game, IReadOnlyList<PlayEvent> events)
    {
        PlayEvent? before = null;
        foreach (var play in events)
        {
            foreach (var (five, side) in new[] { (play.HomeFive, Side.Home), (play.AwayFive, Side.Away) })
            {
                five.Distinct().Count().ShouldBe(5);
                five.Except(game.Plan.Of(side).Players.Select(plan => plan.Player)).ShouldBeEmpty();
            }

            var five2 = play.Side == Side.Home ? play.HomeFive : play.AwayFive;
            if (play.Player is not null && play.Kind is not (PlayKind.Substitution or PlayKind.JumpBall))
            {
                five2.ShouldContain(play.Player);
            }

            if (before is not null)
            {
                (play.Period, -play.Clock).CompareTo((before.Period, -before.Clock)).ShouldBeGreaterThanOrEqualTo(0);
                (play.HomeScore - before.HomeScore + play.AwayScore - before.AwayScore).ShouldBe(play.Points);
            }

            before = play;
        }
    }

    private static void Overtimes(SimulatedGame game, IReadOnlyList<PlayEvent> events)
    {
        events[^1].Period.ShouldBe(4 + game.Box.Overtimes);
        foreach (var end in events.Where(play => play.Kind == PlayKind.PeriodEnd && play.Period >= 4 && play.Period < events[^1].Period))
        {
            end.HomeScore.ShouldBe(end.AwayScore);
        }
    }
}
