using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>Games that are moved days before, to another date or hour; and one whose start is brought forward on the day.</summary>
public sealed class MovedGameTests
{
    // Not every game finds another date: those are tried from a place of the season on until one does.
    private static readonly SimulatedGame[] Planned = [Leagues.Full.Games[300], Free(500, way: 1), Free(700, way: 2), Leagues.Full.Games[900]];

    // To another hour, an earlier date, a later date, and forward on the day.
    private static readonly Fault[] Faults =
    [
        .. Planned.Take(3).Select(Moved),
        Upheavals.Of(FaultKind.Moved, Planned[3], Planned[3].Scheduled.TipOff.AddHours(-6), number: 1),
    ];

    private static Fault Moved(SimulatedGame game, int way) => Upheavals.Of(FaultKind.Moved, game, game.Scheduled.Date.AddDays(-8).At(12), number: way);

    private static SimulatedGame Free(int place, int way) => Leagues.Full.Games.Skip(place).First(game =>
        Rescheduling.Of(LeagueSize.Full, RegularSeason.Of(Leagues.Full.League), new FaultScript(Moved(game, way))).Changed.Single().After.Date != game.Scheduled.Date);

    private static readonly SimulatedSeason Season = SimulatedSeason.Play(Leagues.Create(1, LeagueSize.Full), new FaultScript(Faults));

    [Fact]
    public void Each_goes_where_it_is_said_to_go_and_everybody_can_play()
    {
        var played = Planned.Select(game => Season.ById[game.Scheduled.Id].Scheduled).ToArray();

        (played[0].Date, played[0].TipOff == Planned[0].Scheduled.TipOff).ShouldBe((Planned[0].Scheduled.Date, false));
        played[1].Date.ShouldBeInRange(Planned[1].Scheduled.Date.AddDays(-6), Planned[1].Scheduled.Date.AddDays(-1));
        played[2].Date.ShouldBeInRange(Planned[2].Scheduled.Date.AddDays(1), Planned[2].Scheduled.Date.AddDays(40));
        (played[3].Date, played[3].TipOff).ShouldBe((Planned[3].Scheduled.Date, Planned[3].Scheduled.TipOff.AddMinutes(-90)));
        played.ShouldAllBe(game => GameDate.FromInstant(game.TipOff) == game.Date);
        Upheavals.CanBePlayed(Season);
    }

    [Fact]
    public void Nobody_sees_it_before_it_is_said_and_everybody_after()
    {
        foreach (var (fault, place) in Faults.Select((fault, place) => (fault, place)))
        {
            var id = Planned[place].Scheduled.Id;
            Season.At(fault.From.AddTicks(-1)).ById[id].Scheduled.ShouldBe(Planned[place].Scheduled);
            Season.At(fault.From.AddTicks(-1)).ByDate[Planned[place].Scheduled.Date].ShouldContain(game => game.Scheduled.Id == id);
            Season.At(fault.From).ById[id].Scheduled.ShouldBe(Season.ById[id].Scheduled);
            Season.At(fault.From).ById[id].Postponement.ShouldBe(Postponement.None);
        }
    }

    [Fact]
    public void What_is_drawn_for_a_whole_season_can_be_played()
    {
        var rates = new FaultRates(new FaultRate(Feeds.League, FaultKind.Moved, 0.05), new FaultRate(Feeds.League, FaultKind.Postponed, 0.03), new FaultRate(Feeds.League, FaultKind.LateScratch, 0.02));
        var script = FaultScript.Draw(1, Leagues.Full, rates);
        var season = SimulatedSeason.Play(Leagues.Create(1, LeagueSize.Full), script);

        Upheavals.CanBePlayed(season);
        season.Games.Count(game => game.Postponement == Postponement.Dated).ShouldBeInRange(15, 60);
        season.Games.Count(game => game.Scheduled.Id.Phase == SeasonPhase.Regular && Leagues.Full.ById[game.Scheduled.Id].Scheduled != game.Scheduled).ShouldBeInRange(60, 140);
        season.Games.SelectMany(game => game.HomeAbsences.Concat(game.AwayAbsences)).Count(absence => absence.IsLateScratch)
            .ShouldBeGreaterThan(300 + Leagues.Full.Games.SelectMany(game => game.HomeAbsences.Concat(game.AwayAbsences)).Count(absence => absence.IsLateScratch));
    }
}
