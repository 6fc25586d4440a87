using NbaProps.Domain.Injuries;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>A player of whom every report and every book believed that he would play.</summary>
public sealed class LateScratchTests
{
    [Fact]
    public void He_does_not_play_nobody_knew_and_he_is_quoted_until_the_start()
    {
        var (game, player) = Of(Leagues.Pocket(1).Games.Skip(12), said: null);
        var season = Upheavals.Pocket(Upheavals.Of(FaultKind.LateScratch, game, game.Scheduled.TipOff.AddMinutes(-10)) with { Player = player.Id });
        var played = season.ById[game.Scheduled.Id];

        (AbsenceIn(played, player).Early, AbsenceIn(played, player).IsLateScratch).ShouldBe((null, true));
        played.Box.Players.ShouldNotContain(line => line.Player.Id == player.Id);
        new PropBoard(season).Of(played, game.Scheduled.TipOff.AddSeconds(-1)).ShouldContain(quote => quote.Player.Id == player.Id);
        bool Before(SimulatedGame other) => other.Scheduled.Date < game.Scheduled.Date;
        Upheavals.Lines(season.Games.Where(Before)).ShouldBe(Upheavals.Lines(Leagues.Pocket(1).Games.Where(Before)));
    }

    [Fact]
    public void He_may_have_been_named_available_on_the_last_report()
    {
        var (game, player) = Of(Leagues.Pocket(1).Games, InjuryStatus.Available);
        var season = Upheavals.Pocket(Upheavals.Of(FaultKind.LateScratch, game, game.Scheduled.TipOff.AddMinutes(-10)) with { Player = player.Id });

        var absence = AbsenceIn(season.ById[game.Scheduled.Id], player);
        (absence.Final, absence.Plays, absence.IsLateScratch).ShouldBe((InjuryStatus.Available, false, true));
        season.ById[game.Scheduled.Id].Box.Players.ShouldNotContain(line => line.Player.Id == player.Id);
    }

    private static Absence AbsenceIn(SimulatedGame game, SimulatedPlayer player) => game.HomeAbsences.Concat(game.AwayAbsences).Single(absence => absence.Player.Id == player.Id);

    private static (SimulatedGame Game, SimulatedPlayer Player) Of(IEnumerable<SimulatedGame> games, InjuryStatus? said) => (
        from game in games
        from side in new[] { Side.Home, Side.Away }
        where game.Plan.Of(side).Players.Count > 8
        from line in game.Box.Of(side)
        where line.Seconds > 26 * 60 && game.AbsencesOf(side).FirstOrDefault(absence => absence.Player == line.Player)?.Final == said
        select (game, line.Player)).First();
}
