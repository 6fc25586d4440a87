using System.Text;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>ESPN's scoreboard, box scores and rosters of the simulated league.</summary>
public sealed class EspnServingTests
{
    private const string Nba = "/apis/site/v2/sports/basketball/nba";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Scoreboards_and_box_scores_of_a_small_league_are_read_back_as_it_was(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        foreach (var date in served.Season.ByDate.Keys)
        {
            await IsReadBack(served, date);
        }
    }

    [Fact]
    public async Task A_full_date_is_read_back_as_it_was()
    {
        await using var served = await Served.Of(Leagues.Full);
        await IsReadBack(served, Leagues.Full.Games[700].Scheduled.Date);
        var scrape = await served.Scrape(new EspnRosterScraper(ScrapersPhase.RostersEspn), Leagues.Full.Games[700].Scheduled.Date);
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Succeeded, 30));
    }

    [Fact]
    public async Task A_game_to_come_has_no_points_and_a_live_one_those_that_were_made_by_now()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[6];
        served.MoveTo(game.Scheduled.TipOff.AddTicks(-1));
        var before = await Line(served, game);
        (before.State, before.HomeScore, before.Winner, before.Status).ShouldBe(("pre", null, null, "STATUS_SCHEDULED"));
        Encoding.UTF8.GetString((await served.Bytes(BoxScore(game))).ShouldNotBeNull()).ShouldNotContain("athlts");

        served.MoveTo(game.Scheduled.TipOff.AddMinutes(65));
        var live = await Line(served, game);
        (live.State, live.Completed, live.Winner).ShouldBe(("in", false, null));
        live.HomeScore.ShouldBe(game.Box.HomePeriods.Take(2).Sum());
        (await served.Rows<EspnBoxScoreLine>("espn", BoxScore(game))).Where(line => line.Team == game.Scheduled.Home).Sum(line => line.Points).ShouldBe(live.HomeScore!.Value);

        served.MoveTo(game.Ended);
        (await Line(served, game)).Winner.ShouldBe(game.Plan.Of(game.Box.Winner).Team);
    }

    [Fact]
    public async Task A_roster_has_who_is_with_the_team_now_and_what_is_said_of_the_injured()
    {
        await using var served = await Served.Of(Leagues.Full);
        var (game, absence) = Leagues.Full.Games.Skip(300).SelectMany(game => game.HomeAbsences.Select(absence => (game, absence)))
            .First(one => one.absence is { Early: InjuryStatus.Questionable, Final: InjuryStatus.Out } && one.absence.Reason.StartsWith("Injury", StringComparison.Ordinal));
        var date = game.Scheduled.Date;

        // In the morning it is open whether he plays; forty minutes before the start it is not.
        served.MoveTo(date.At(9));
        (await Roster(served, game.Scheduled.Home)).Single(line => line.NameKey == absence.Player.NameKey).InjuryStatus.ShouldBe("Day-To-Day");
        served.MoveTo(game.Scheduled.TipOff.AddMinutes(-40));
        var roster = await Roster(served, game.Scheduled.Home);
        roster.Single(line => line.NameKey == absence.Player.NameKey).InjuryStatus.ShouldBe("Out");
        roster.Select(line => (line.HeightInches, line.WeightPounds, line.JerseyNumber)).ShouldContain((absence.Player.HeightInches, absence.Player.WeightPounds, $"{absence.Player.Jersey}"));

        var move = Leagues.Full.Moves[0];
        served.MoveTo(move.Date.At(4));
        (await Roster(served, move.From)).ShouldContain(line => line.NameKey == move.Player.NameKey);
        served.MoveTo(move.Date.At(6));
        (await Roster(served, move.From)).ShouldNotContain(line => line.NameKey == move.Player.NameKey);
        (await Roster(served, move.To)).ShouldContain(line => line.NameKey == move.Player.NameKey);
    }

    [Theory]
    [InlineData("/scoreboard?dates=tomorrow", 400)]
    [InlineData("/scoreboard?dates=20300101", 200)]
    [InlineData("/teams/xyz?enable=roster", 404)]
    [InlineData("/teams/ny?enable=roster", 404)]
    [InlineData("/teams/2?enable=roster", 200)]
    public async Task What_nobody_knows_is_answered_and_not_thrown(string address, int status)
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        (await served.Status(Nba + address)).ShouldBe(status);
        (await served.Status("/nba/boxscore?gameId=7")).ShouldBe(404);
    }

    private static async Task IsReadBack(Served served, GameDate date)
    {
        (await served.Scrape(EspnPages.Scoreboard, date)).State.ShouldBe(RunState.Succeeded);
        foreach (var game in served.Season.ByDate[date])
        {
            var line = await Line(served, game);
            (line.HomeTeam, line.AwayTeam, line.TipOff, line.TipOffAssumed, line.HomeScore, line.AwayScore, line.Winner, line.Completed)
                .ShouldBe((game.Scheduled.Home, game.Scheduled.Away, game.Scheduled.TipOff, false, game.Box.HomeScore, game.Box.AwayScore, game.Plan.Of(game.Box.Winner).Team, true));
        }

        var scrape = await served.Scrape(new EspnBoxScoreScraper(served.Upstream), date);
        scrape.State.ShouldBe(RunState.Succeeded);
        foreach (var fetched in scrape.Payloads)
        {
            using var payload = new RawPayload(fetched.Item!, fetched.Bytes);
            var lines = PayloadCatalog.FormatOf("espn", payload).Read(payload, served.Now()).Rows.Cast<EspnBoxScoreLine>();
            var game = served.Season.Games.Single(game => game.Scheduled.Id.ToString() == fetched.Item);
            lines.Select(Facts).Order(StringComparer.Ordinal).ShouldBe(game.Box.Players.Where(line => line.Seconds > 0).Select(line => Facts(line, game)).Order(StringComparer.Ordinal));
        }
    }

    private static string BoxScore(SimulatedGame game) => $"/nba/boxscore?gameId={NbaProps.Simulator.Serving.SourceNumbers.Espn.TextOf(game.Scheduled.Id)}";

    private static async Task<EspnScoreboardLine> Line(Served served, SimulatedGame game) =>
        (await served.Rows<EspnScoreboardLine>("espn", $"{Nba}/scoreboard?dates={game.Scheduled.Date.ToString().Replace("-", string.Empty, StringComparison.Ordinal)}")).Single(line => line.HomeTeam == game.Scheduled.Home);

    private static Task<EspnRosterLine[]> Roster(Served served, TeamTricode team) =>
        served.Rows<EspnRosterLine>("espn", $"{Nba}/teams/{NbaProps.Simulator.Serving.Espn.EspnTeams.Code(team).ToLowerInvariant()}?enable=roster");

    private static string Facts(EspnBoxScoreLine line) => FormattableString.Invariant(
        $"{line.NameKey} {line.Team} {line.Opponent} {line.Starter} {line.Minutes} {line.FieldGoalsMade} {line.FieldGoalsAttempted} {line.ThreePointersMade} {line.ThreePointersAttempted} {line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.DefensiveRebounds} {line.Assists} {line.Steals} {line.Blocks} {line.Turnovers} {line.PersonalFouls} {line.PlusMinus} {line.Points}");

    private static string Facts(PlayerCounts line, SimulatedGame game) => FormattableString.Invariant(
        $"{line.Player.NameKey} {game.Plan.Of(line.Side).Team} {game.Plan.Of(line.Side.Other()).Team} {line.Starter} {(line.Seconds + 30) / 60} {line.FieldGoalsMade} {line.FieldGoalsAttempted} {line.ThreesMade} {line.ThreesAttempted} {line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.DefensiveRebounds} {line.Assists} {line.Steals} {line.Blocks} {line.Turnovers} {line.Fouls} {line.PlusMinus} {line.Points}");
}
