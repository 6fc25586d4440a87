using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator;

/// <summary>A season from its first game to its last.</summary>
public sealed class SeasonTests
{
    [Fact]
    public void It_has_a_regular_season_a_play_in_and_playoffs_that_end_with_a_champion()
    {
        var phases = Leagues.Full.Games.CountBy(game => game.Scheduled.Id.Phase).ToDictionary();

        phases[SeasonPhase.Regular].ShouldBe(1_230);
        phases[SeasonPhase.PlayIn].ShouldBe(6);
        phases[SeasonPhase.Playoffs].ShouldBeInRange(15 * 4, 15 * 7);
        var series = Leagues.Full.Games.Where(game => game.Scheduled.Id.Phase == SeasonPhase.Playoffs).GroupBy(game => game.Scheduled.Id.Number / 10).ToArray();
        series.Length.ShouldBe(15);
        series.ShouldAllBe(games => games.GroupBy(Winner).Select(team => team.Count()).Max() == 4 && Winner(games.Last()) == games.GroupBy(Winner).First(team => team.Count() == 4).Key);
    }

    [Fact]
    public void The_same_seed_is_the_same_season()
    {
        Hash(Leagues.Pocket(4)).ShouldBe(Hash(Leagues.Pocket(4)));
        Hash(Leagues.Pocket(4)).ShouldNotBe(Hash(Leagues.Pocket(5)));
    }

    [Fact]
    public void Who_is_out_does_not_play_and_who_plays_is_under_contract()
    {
        foreach (var game in Leagues.Full.Games)
        {
            foreach (var side in new[] { Side.Home, Side.Away })
            {
                var active = game.Plan.Of(side).Players.Select(plan => plan.Player).ToHashSet();
                game.AbsencesOf(side).Where(absence => !absence.Plays).ShouldAllBe(absence => !active.Contains(absence.Player));
                game.AbsencesOf(side).Where(absence => absence.Final is InjuryStatus.Out or InjuryStatus.Doubtful).ShouldAllBe(absence => !absence.Plays);
                active.Count.ShouldBeInRange(8, 13);
            }
        }
    }

    [Fact]
    public void Some_are_hurt_some_rest_some_are_scratched_late_and_some_are_traded()
    {
        var absences = Leagues.Full.Games.SelectMany(game => game.HomeAbsences.Concat(game.AwayAbsences)).ToArray();

        absences.ShouldContain(absence => absence.IsLateScratch);
        absences.ShouldContain(absence => absence.Reason == "Rest");
        absences.ShouldContain(absence => absence.Early == InjuryStatus.Questionable && absence.Plays);
        absences.ShouldContain(absence => absence.Early == InjuryStatus.Questionable && !absence.Plays);
        Leagues.Full.Moves.Count.ShouldBeGreaterThan(10);
        Leagues.Full.Moves.ShouldContain(move => Leagues.Full.Games.Any(game => game.Scheduled.Date >= move.Date && PlaysFor(game, move)));
    }

    private static bool PlaysFor(SimulatedGame game, Move move) => game.Box.Players.Any(line => line.Player == move.Player && line.Seconds > 0 && game.Plan.Of(line.Side).Team == move.To);

    private static TeamTricode Winner(SimulatedGame game) => game.Plan.Of(game.Box.Winner).Team;

    private static string Hash(SimulatedSeason season) => ContentHash.Of(string.Join('\n', season.Games.SelectMany(game => game.Box.Players.Select(line =>
        FormattableString.Invariant($"{game.Scheduled.Id} {line.Player.Id} {line.Seconds} {line.Points} {line.Rebounds} {line.Assists} {line.PlusMinus}")))));
}
