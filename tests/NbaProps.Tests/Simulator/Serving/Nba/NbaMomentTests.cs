using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>Nothing is served before it has happened, and while a game is played it is served as far as it is played.</summary>
public sealed class NbaMomentTests
{
    [Fact]
    public async Task Before_a_game_there_is_its_line_in_the_schedule_and_nothing_else()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[5];
        served.MoveTo(game.Scheduled.TipOff.AddSeconds(-1));

        (await served.Bytes(NbaAddresses.Plays(game))).ShouldBeNull();
        (await served.Bytes(NbaAddresses.CdnBox(game))).ShouldBeNull();
        (await served.Bytes(NbaAddresses.Traditional(game))).ShouldBeNull();
        (await served.Rows<BoxCounts>("nba_team_boxscore", NbaAddresses.Traditional(game, version: 2))).ShouldBeEmpty();
        (await served.Rows<NbacPlayerBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("P", "Regular Season"))).ShouldNotContain(row => row.GameId == game.Scheduled.Id);
        foreach (var row in await Boards(served, game))
        {
            (row.GameStatus, row.HomeScore, row.TipOff).ShouldBe((1, null, game.Scheduled.TipOff));
        }

        var scheduled = (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Single(row => row.GameId == game.Scheduled.Id);
        (scheduled.GameStatus, scheduled.HomeScore, scheduled.AwayScore, scheduled.TipOff).ShouldBe((1, null, null, game.Scheduled.TipOff));
        (await Text(served, NbaAddresses.Schedule)).ShouldContain($"\"gameId\":\"{game.Scheduled.Id}\"");
    }

    [Fact]
    public async Task While_games_are_played_each_page_tells_them_as_far_as_they_are_played()
    {
        await using var served = await Served.Of(Leagues.Pocket(2));
        var games = served.Season.ByDate[served.Season.Games[8].Scheduled.Date];
        var (from, to) = (games.Min(game => game.Scheduled.TipOff), games.Max(game => game.Ended));
        for (var now = from.AddSeconds(1); now < to.AddMinutes(20); now = now.AddSeconds(431))
        {
            served.MoveTo(now);
            foreach (var game in games.Where(game => now >= game.Scheduled.TipOff))
            {
                await IsAsPlayed(served, game, now);
            }
        }
    }

    [Fact]
    public async Task Game_logs_and_traditional_box_scores_come_minutes_after_the_end()
    {
        await using var served = await Served.Of(Leagues.Pocket(3));
        var game = served.Season.Games[4];
        foreach (var (minutes, there) in new[] { (5, false), (6, true) })
        {
            served.MoveTo(game.Ended.AddMinutes(minutes));
            (await served.Bytes(NbaAddresses.Traditional(game)) is not null).ShouldBe(there);
            foreach (var (who, lines) in new[] { ("P", BoxTruth.Players(game).Count()), ("T", 2) })
            {
                var reading = await served.Read("nba_leaguegamelog", NbaAddresses.Log(who, "Regular Season", game.Scheduled.Date));
                reading.Rows.Count(row => row is NbacPlayerBoxscoreRow player && player.GameId == game.Scheduled.Id || row is NbacTeamBoxscoreRow team && team.GameId == game.Scheduled.Id)
                    .ShouldBe(there ? lines : 0);
            }
        }
    }

    [Fact]
    public async Task Who_meets_whom_in_the_postseason_is_not_known_before_the_day_before()
    {
        await using var served = await Served.Of(Leagues.Full);
        var game = served.Season.Games.First(each => each.Scheduled.Id.Phase == SeasonPhase.Playoffs);
        served.MoveTo(game.Scheduled.Date.AddDays(-1).At(6).AddSeconds(-1));
        (await Text(served, NbaAddresses.Schedule)).ShouldNotContain(game.Scheduled.Id.ToString());
        (await Text(served, NbaAddresses.Scoreboard(game.Scheduled.Date))).ShouldNotContain(game.Scheduled.Id.ToString());
        (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Count(row => row.SeasonPhase == "regular").ShouldBe(1_230);

        served.MoveTo(game.Scheduled.Date.AddDays(-1).At(6));
        (await Text(served, NbaAddresses.Schedule)).ShouldContain(game.Scheduled.Id.ToString());
        (await Text(served, NbaAddresses.Scoreboard(game.Scheduled.Date))).ShouldContain(game.Scheduled.Id.ToString());
    }

    [Fact]
    public async Task Officials_are_named_at_ten_in_the_morning()
    {
        await using var served = await Served.Of(Leagues.Full);
        var date = served.Season.Games[200].Scheduled.Date;
        served.MoveTo(date.At(10).AddSeconds(-1));
        (await served.Read("nba_referees", NbaAddresses.Officials(date))).Rows.ShouldBeEmpty();
        served.MoveTo(date.At(10));
        (await served.Read("nba_referees", NbaAddresses.Officials(date))).Rows.Count.ShouldBe((3 * served.Season.ByDate[date].Count) + 3);
    }

    [Fact]
    public async Task The_same_moment_has_the_same_bytes_whatever_was_asked_before()
    {
        var season = Leagues.Pocket(6);
        var game = season.Games[9];
        string[] addresses =
        [
            NbaAddresses.Schedule, NbaAddresses.Today, NbaAddresses.Scoreboard(game.Scheduled.Date), NbaAddresses.Players, NbaAddresses.Movement, NbaAddresses.Plays(game),
            NbaAddresses.CdnBox(game), NbaAddresses.Officials(game.Scheduled.Date), NbaAddresses.Log("P", "Regular Season"),
        ];
        var moment = game.Scheduled.TipOff.AddMinutes(70);
        await using var one = await Served.Of(season);
        await using var other = await Served.Of(Leagues.Pocket(6));
        await one.Bytes(NbaAddresses.Plays(game));
        one.MoveTo(moment);
        other.MoveTo(moment);
        foreach (var address in addresses.Concat(addresses.Reverse()))
        {
            (await one.Bytes(address)).ShouldNotBeNull(address).ShouldBe(await other.Bytes(address), address);
        }
    }

    [Theory]
    [InlineData("/stats/scheduleleaguev2int?LeagueID=00", 400)]
    [InlineData("/stats/scheduleleaguev2int?Season=1998-99", 404)]
    [InlineData("/stats/scoreboardV2?GameDate=2025-10-21", 400)]
    [InlineData("/stats/scoreboardV2?GameDate=", 400)]
    [InlineData("/stats/scoreboardV2?GameDate=07%2F04%2F2031", 200)]
    [InlineData("/stats/leaguegamelog?Season=2025-26&SeasonType=Summer&PlayerOrTeam=P", 400)]
    [InlineData("/stats/leaguegamelog?Season=2025-26&SeasonType=Playoffs&PlayerOrTeam=X", 400)]
    [InlineData("/stats/leaguegamelog?Season=2025-26&SeasonType=Playoffs&PlayerOrTeam=P&DateFrom=yesterday", 400)]
    [InlineData("/stats/leaguegamelog?SeasonType=Playoffs&PlayerOrTeam=P", 400)]
    [InlineData("/stats/leaguegamelog?Season=2019-20&SeasonType=Playoffs&PlayerOrTeam=P", 200)]
    [InlineData("/stats/boxscoretraditionalv3?GameID=12", 400)]
    [InlineData("/stats/boxscoretraditionalv3?GameID=0022599999", 404)]
    [InlineData("/stats/boxscoretraditionalv2", 400)]
    [InlineData("/stats/playerindex?Season=now", 400)]
    [InlineData("/stats/playerindex?Season=2019-20", 200)]
    [InlineData("/static/json/liveData/playbyplay/playbyplay_0022599999.json", 404)]
    [InlineData("/static/json/liveData/boxscore/boxscore_all.json", 404)]
    [InlineData("/wp-json/api/v1/get-game-officials?&date=today", 400)]
    [InlineData("/wp-json/api/v1/get-game-officials?&date=2031-07-04", 200)]
    public async Task What_is_asked_wrongly_is_answered_as_the_league_would(string address, int status)
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        (await served.Status(address)).ShouldBe(status);
    }

    private static async Task IsAsPlayed(Served served, SimulatedGame game, DateTimeOffset now)
    {
        var so = served.Season.EventsOf(game).TakeWhile(play => GameTimes.At(game, play) <= now).ToArray();
        var box = BoxScore.Of(game.Plan, so);
        var over = now >= game.Ended;
        using var plays = JsonDocument.Parse((await served.Bytes(NbaAddresses.Plays(game))).ShouldNotBeNull());
        var actions = plays.RootElement.GetProperty("game").GetProperty("actions").EnumerateArray().ToArray();
        actions.ShouldAllBe(action => action.GetProperty("timeActual").GetDateTimeOffset() <= now);
        (actions[^1].GetProperty("scoreHome").GetString(), actions[^1].GetProperty("scoreAway").GetString()).ShouldBe(($"{so[^1].HomeScore}", $"{so[^1].AwayScore}"));
        (actions[^1].GetProperty("actionType").GetString() == "game").ShouldBe(over);
        (await served.Read("nba_playbyplay", NbaAddresses.Plays(game))).Rows.Count.ShouldBe(so.Length + so.Count(play => play.Kind == PlayKind.Substitution));

        var lines = await served.Rows<BoxCounts>("nba_cdn_boxscore", NbaAddresses.CdnBox(game));
        lines.OfType<TeamBoxScoreLine>().Select(line => (line.Points, line.Won)).ShouldBe([(box.HomeScore, over ? box.Winner == Side.Home : null), (box.AwayScore, over ? box.Winner == Side.Away : null)]);
        lines.OfType<PlayerBoxScoreLine>().Sum(line => line.SecondsPlayed).ShouldBe(box.Players.Sum(line => line.Seconds));
        foreach (var row in await Boards(served, game))
        {
            (row.GameStatus, row.HomeScore, row.AwayScore).ShouldBe((over ? 3 : 2, box.HomeScore, box.AwayScore));
        }

        var scheduled = (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Single(row => row.GameId == game.Scheduled.Id);
        (scheduled.GameStatus, scheduled.HomeScore).ShouldBe((over ? 3 : 2, over ? box.HomeScore : null));
    }

    private static async Task<IReadOnlyList<NbacScoreboardRow>> Boards(Served served, SimulatedGame game)
    {
        var boards = (await served.Rows<NbacScoreboardRow>("nba_scoreboard", NbaAddresses.Scoreboard(game.Scheduled.Date))).AsEnumerable();
        boards = boards.Concat(await served.Rows<NbacScoreboardRow>("nba_scoreboard", NbaAddresses.Today));
        var rows = boards.Where(row => row.GameId == game.Scheduled.Id).ToArray();
        rows.Length.ShouldBe(2);
        return rows;
    }

    private static async Task<string> Text(Served served, string address) => System.Text.Encoding.UTF8.GetString((await served.Bytes(address)).ShouldNotBeNull());
}
