using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.InjuryReport;
using NbaProps.Simulator.Serving.OddsApi;
using NbaProps.Tests.Simulator.Serving;
using NbaProps.Tests.Simulator.Serving.Nba;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>A game that is put off hours before its start, gets a new date days later, and is played then.</summary>
public sealed class PostponedGameTests
{
    private static readonly SimulatedGame Planned = Leagues.Pocket(1).Games[8];
    private static readonly GameDate Day = Planned.Scheduled.Date;
    private static readonly DateTimeOffset Announced = Planned.Scheduled.TipOff.AddHours(-3);
    private static readonly SimulatedSeason Season = Upheavals.Pocket(Upheavals.Of(FaultKind.Postponed, Planned, Announced, number: 7));
    private static readonly SimulatedGame Played = Season.ById[Planned.Scheduled.Id];

    [Fact]
    public void It_is_played_later_under_its_id_and_the_season_until_then_is_the_same()
    {
        Played.Scheduled.Date.ShouldBeGreaterThan(Day);
        (Season.Games.Count, Played.Postponement).ShouldBe((Leagues.Pocket(1).Games.Count, Postponement.Dated));
        Upheavals.CanBePlayed(Season);
        bool Before(SimulatedGame game) => game.Scheduled.Date < Day || (game.Scheduled.Date == Day && game.Scheduled.Id != Planned.Scheduled.Id);
        Upheavals.Lines(Season.Games.Where(Before)).ShouldBe(Upheavals.Lines(Leagues.Pocket(1).Games.Where(Before)));
    }

    [Fact]
    public void The_same_script_is_the_same_season_and_none_is_todays() =>
        (string.Join('\n', Upheavals.Lines(Upheavals.Pocket(Upheavals.Of(FaultKind.Postponed, Planned, Announced, number: 7)).Games)), string.Join('\n', Upheavals.Lines(Upheavals.Pocket().Games)))
            .ShouldBe((string.Join('\n', Upheavals.Lines(Season.Games)), string.Join('\n', Upheavals.Lines(Leagues.Pocket(1).Games))));

    [Fact]
    public async Task Before_anybody_knows_everything_is_served_as_if_it_were_played()
    {
        await using var served = await Served.Of(Season);
        await using var undisturbed = await Served.Of(Leagues.Pocket(1));
        foreach (var now in new[] { Day.AddDays(-2).At(12), Day.At(9), Announced.AddTicks(-1) })
        {
            served.MoveTo(now);
            undisturbed.MoveTo(now);
            foreach (var address in new[] { NbaAddresses.Schedule, NbaAddresses.Scoreboard(Day), NbaAddresses.Today, NbaAddresses.Officials(Day), Espn, Games, "/v4/sports/basketball_nba/events?apiKey=k", BettingPros, "/v1/player_injuries", Report(now) })
            {
                (await served.Bytes(address)).ShouldBe(await undisturbed.Bytes(address), address);
            }
        }
    }

    [Fact]
    public async Task Once_it_is_known_every_source_says_so_and_nobody_quotes_lists_or_officiates_it()
    {
        await using var served = await Served.Of(Season);
        foreach (var now in new[] { Announced, Planned.Scheduled.TipOff.AddHours(1) })
        {
            served.MoveTo(now);
            (await Scheduled(served)).ShouldBe([(Day, true, 1, "PPD")]);
            (await served.Rows<NbacScoreboardRow>("nba_scoreboard", NbaAddresses.Scoreboard(Day))).Single(IsIt).ShouldSatisfyAllConditions(row => row.Postponed.ShouldBeTrue(), row => row.HomeScore.ShouldBeNull());
            (await served.Rows<NbacScoreboardRow>("nba_scoreboard", NbaAddresses.Today)).Single(IsIt).Postponed.ShouldBeTrue();
            (await served.Rows<EspnScoreboardLine>("espn", Espn)).Single(line => line.HomeTeam == Planned.Scheduled.Home).ShouldSatisfyAllConditions(
                line => (line.Status, line.Completed, line.HomeScore).ShouldBe(("STATUS_POSTPONED", false, null)));
            (await served.Rows<BallDontLieGame>("balldontlie", Games)).Single(game => game.Home == Planned.Scheduled.Home).ShouldSatisfyAllConditions(
                game => (game.Status, game.IsFinal).ShouldBe(("Postponed", false)));
            (await served.Rows<BettingProsEventLine>("bettingpros", BettingPros)).Single(line => line.HomeTeam == Planned.Scheduled.Home).Status.ShouldBe("postponed");
            System.Text.Encoding.UTF8.GetString((await served.Bytes("/v4/sports/basketball_nba/events?apiKey=k")).ShouldNotBeNull()).ShouldNotContain(OddsApiWriter.IdOf(Planned, 1));
            System.Text.Encoding.UTF8.GetString((await served.Bytes(NbaAddresses.Officials(Day))).ShouldNotBeNull()).ShouldNotContain(Planned.Scheduled.Id.ToString());
            (await served.Status(NbaAddresses.CdnBox(Planned))).ShouldBe(404);
        }

        ReportEdition.Of(new(Season, Day.At(23)), new(Day, Announced.AddMinutes(30)))!.ShouldNotContain(team => team.Game.Scheduled.Id == Planned.Scheduled.Id);
        ReportEdition.Of(new(Season, Day.At(23)), new(Day, Announced.AddMinutes(-30)))!.ShouldContain(team => team.Game.Scheduled.Id == Planned.Scheduled.Id);
    }

    [Fact]
    public async Task On_its_new_date_it_is_a_game_like_others_and_the_old_date_has_it_no_more()
    {
        await using var served = await Served.Of(Season);
        served.MoveTo(Day.AddDays(4).At(12));
        (await Scheduled(served)).Select(row => (row.Date, row.Postponed)).ShouldBe([(Played.Scheduled.Date, false)]);
        (await served.Rows<NbacScoreboardRow>("nba_scoreboard", NbaAddresses.Scoreboard(Day))).ShouldNotContain(row => IsIt(row));
        served.MoveTo(Played.Scheduled.Date.At(12, 45));
        ReportEdition.Of(new(Season, served.Now()), new(Played.Scheduled.Date, Played.Scheduled.Date.At(12, 30)))!.ShouldContain(team => team.Game.Scheduled.Id == Planned.Scheduled.Id);
        System.Text.Encoding.UTF8.GetString((await served.Bytes("/v4/sports/basketball_nba/events?apiKey=k")).ShouldNotBeNull()).ShouldContain(OddsApiWriter.IdOf(Planned, 1));
        served.MoveTo(Played.Ended.AddHours(1));
        var rows = await served.Rows<NbacPlayerBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("P", "Regular Season", Played.Scheduled.Date));
        rows.Where(row => row.GameId == Played.Scheduled.Id).Sum(row => row.Points).ShouldBe(Played.Box.HomeScore + Played.Box.AwayScore);
        (await Scheduled(served)).Single().ShouldBe((Played.Scheduled.Date, false, 3, Played.Box.Overtimes == 0 ? "Final" : "Final/OT"));
    }

    [Fact]
    public void A_crew_is_not_changed_by_a_game_that_leaves_the_date()
    {
        var other = Season.ByDate[Day].Single();
        IReadOnlyList<long> Crew(DateTimeOffset now) => [.. Crews.Of(Season.At(now), Season.At(now).ById[other.Scheduled.Id]).Select(official => official.Code)];
        Crew(Announced).ShouldBe(Crew(Announced.AddTicks(-1)));
        Crew(Day.AddDays(9).At(12)).ShouldBe(Crew(Announced));
    }

    private static string Espn => $"/apis/site/v2/sports/basketball/nba/scoreboard?dates={Day.ToString().Replace("-", string.Empty, StringComparison.Ordinal)}";

    private static string Games => $"/v1/games?dates[]={Day}";

    private static string BettingPros => $"/v3/events?sport=NBA&date={Day}";

    private static string Report(DateTimeOffset now) => $"/referee/injury/Injury-Report_{Day}_{(now < Day.At(10) ? "08AM" : "02PM")}.pdf";

    private static bool IsIt(NbacScoreboardRow row) => row.GameId == Planned.Scheduled.Id;

    private static async Task<IEnumerable<(GameDate Date, bool Postponed, int Status, string Text)>> Scheduled(Served served) =>
        (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Where(row => row.GameId == Planned.Scheduled.Id).Select(row => (row.GameDate, row.Postponed, row.GameStatus, row.GameStatusText));
}
