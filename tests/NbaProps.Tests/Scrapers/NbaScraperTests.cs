using System.Text;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Nba;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

public sealed class NbaScraperTests
{
    private const string Scheduled = """{"gameId":"0022200500","gameDateEst":"2022-12-27T00:00:00Z","gameDateTimeEst":"2022-12-27T19:30:00Z","gameDateTimeUTC":"2022-12-28T00:30:00Z","gameStatus":1,"gameStatusText":"7:30 pm ET","homeTeam":{"teamTricode":"NYK"},"awayTeam":{"teamTricode":"BOS"}}""";

    private const string EmptyLog = """{"resource":"leaguegamelog","resultSets":[{"name":"LeagueGameLog","headers":[],"rowSet":[]}]}""";
    private const string OneRow = """{"resource":"leaguegamelog","resultSets":[{"name":"LeagueGameLog","headers":["PLAYER_ID","TEAM_ID","GAME_ID","PTS","MIN","FGM","FGA","FG3M","FG3A","FTM","FTA","OREB","DREB","REB","AST","STL","BLK","TOV","PF"],"rowSet":[[7,1,"0022200500",3,30,1,2,1,1,0,0,0,1,1,2,0,0,1,2]]}]}""";

    [Fact]
    public async Task The_schedule_of_the_dates_season_is_asked_for_and_kept_byte_for_byte()
    {
        const string body = """ {"leagueSchedule":{"seasonYear":"2022-23","gameDates":[]}} """;
        var upstream = new FakeUpstream().Answer("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00", body);
        var scrape = await Fetch(new NbaScheduleScraper(), new GameDate(2022, 12, 27), upstream);
        scrape.State.ShouldBe(RunState.Succeeded);
        Encoding.UTF8.GetString(scrape.Payloads.Single().Bytes.Span).ShouldBe(body);
    }

    [Fact]
    public async Task A_season_without_a_schedule_is_no_data() =>
        (await Fetch(new NbaScheduleScraper(), new GameDate(2022, 12, 27), new FakeUpstream())).State.ShouldBe(RunState.NoData);

    [Fact]
    public async Task The_schedule_of_another_season_is_refused()
    {
        var upstream = new FakeUpstream().Answer("/stats/", """{"leagueSchedule":{"seasonYear":"2023-24","gameDates":[]}}""");
        var error = await Should.ThrowAsync<PermanentException>(() => Fetch(new NbaScheduleScraper(), new GameDate(2022, 12, 27), upstream));
        error.Message.ShouldBe("nba_schedule: GET /stats/scheduleleaguev2int?Season=2022-23&LeagueID=00 answered with the schedule of 2023-24; "
            + "accepted is the schedule of 2022-23: leagueSchedule with seasonYear and gameDates");
    }

    [Theory]
    [InlineData("""["PLAYER_IX","GAME_ID","PTS"]""", """[[7,"0022200500",3]]""", "resultSets[].PLAYER_ID")]
    [InlineData("""["PLAYER_ID","GAME_ID","PTS"]""", """[["7","0022200500",3]]""", "resultSets[].PLAYER_ID")]
    [InlineData("""["PLAYER_ID","GAME_ID","PTS"]""", """[[7,"0022200500",null]]""", "resultSets[].PTS")]
    [InlineData("""["PLAYER_ID","GAME_ID","PTS"]""", """[[7]]""", "resultSets[].GAME_ID")]
    [InlineData("""["PLAYER_ID","GAME_ID","PTS"]""", """[[7,"0022200500",3],[7,"0022200500",3]]""", null)]
    public async Task A_game_log_whose_lines_nobody_could_read_is_refused_where_it_is_fetched(string headers, string rows, string? field)
    {
        var upstream = new FakeUpstream().Answer("/stats/leaguegamelog", $$"""{"resultSets":[{"headers":{{headers}},"rowSet":{{rows}}}]}""");
        var date = new GameDate(2022, 12, 27);
        var refused = await Should.ThrowAsync<PermanentException>(() => LeagueGameLogScraper.Players.FetchAsync(new ScrapeContext(date, date.At(30), upstream), CancellationToken.None));
        (refused.Break?.Field).ShouldBe(field);
    }

    // The processor takes such a line for none, and the whole night's log with it.
    [Theory]
    [InlineData("MIN", "\"n/a38\"")]
    [InlineData("MIN", "null")]
    [InlineData("FG3A", "\"1\"")]
    [InlineData("PF", "[]")]
    public async Task A_game_log_of_which_a_count_is_no_number_is_refused_where_it_is_fetched(string header, string value)
    {
        using var log = JsonDocument.Parse(OneRow);
        var set = log.RootElement.GetProperty("resultSets")[0];
        var at = set.GetProperty("headers").EnumerateArray().TakeWhile(name => !name.ValueEquals(header)).Count();
        var row = set.GetProperty("rowSet")[0].EnumerateArray().Select((cell, place) => place == at ? value : cell.GetRawText());
        var upstream = new FakeUpstream().Answer("/stats/leaguegamelog", $$"""{"resultSets":[{"headers":{{set.GetProperty("headers").GetRawText()}},"rowSet":[[{{string.Join(',', row)}}]]}]}""");
        var refused = await Should.ThrowAsync<PermanentException>(() => Fetch(LeagueGameLogScraper.Players, new GameDate(2022, 12, 27), upstream));
        (refused.Break?.Field).ShouldBe($"resultSets[].{header}");
    }

    [Theory]
    [InlineData(Scheduled + "," + Scheduled, null)]
    [InlineData("""{"gameIX":"0022200500"}""", "leagueSchedule.gameDates[].games[].gameId")]
    [InlineData("""{"gameId":{"value":1}}""", "leagueSchedule.gameDates[].games[].gameId")]
    public async Task A_schedule_whose_games_nobody_could_read_is_refused_where_it_is_fetched(string games, string? field)
    {
        var upstream = new FakeUpstream().Answer("/stats/scheduleleaguev2int", $$$"""{"leagueSchedule":{"seasonYear":"2022-23","gameDates":[{"games":[{{{games}}}]}]}}""");
        var date = new GameDate(2022, 12, 27);
        var refused = await Should.ThrowAsync<PermanentException>(() => new NbaScheduleScraper().FetchAsync(new ScrapeContext(date, date.At(10), upstream), CancellationToken.None));
        (refused.Break?.Field).ShouldBe(field);
    }

    [Theory]
    [InlineData("", "an empty body")]
    [InlineData(" \r\n", "an empty body")]
    [InlineData("\n<!DOCTYPE html><html>Just a moment...</html>", "an HTML page")]
    [InlineData("""{"leagueSchedule":{"gameDates":[{"gam""", "37 bytes that are no whole JSON")]
    [InlineData("""{"Message":"An error has occurred."}""", "an error object: no code, 'An error has occurred.'")]
    public async Task What_a_later_attempt_may_cure_is_transient_and_says_what_came(string body, string says)
    {
        var upstream = new FakeUpstream().Answer("/stats/", body);
        var error = await Should.ThrowAsync<TransientException>(() => Fetch(new NbaScheduleScraper(), new GameDate(2022, 12, 27), upstream));
        error.Message.ShouldContain(says);
        error.Message.ShouldContain("accepted is");
    }

    [Fact]
    public async Task In_winter_only_the_regular_season_is_asked_for()
    {
        var upstream = new FakeUpstream().Answer("/stats/leaguegamelog", OneRow);
        var scrape = await Fetch(LeagueGameLogScraper.Players, new GameDate(2022, 12, 27), upstream);
        scrape.State.ShouldBe(RunState.Succeeded);
        upstream.Asked.ShouldBe(["/stats/leaguegamelog?Counter=1000&DateFrom=12%2F27%2F2022&DateTo=12%2F27%2F2022&Direction=DESC&LeagueID=00&PlayerOrTeam=P&Season=2022-23&SeasonType=Regular%20Season&Sorter=DATE"]);
    }

    [Theory]
    [InlineData("2023-04-11")]
    [InlineData("2021-05-19")]
    [InlineData("2020-08-15")]
    [InlineData("2020-10-11")]
    [InlineData("2021-07-20")]
    public async Task Where_any_part_of_the_season_may_be_played_all_are_asked_for(string date)
    {
        var upstream = new FakeUpstream().Answer("/stats/leaguegamelog", OneRow);
        var scrape = await Fetch(LeagueGameLogScraper.Teams, GameDate.Parse(date), upstream);
        scrape.Payloads.Count.ShouldBe(3);
        upstream.Asked.ShouldAllBe(address => address.Contains("PlayerOrTeam=T", StringComparison.Ordinal));
        upstream.Asked.Select(address => address.Split("SeasonType=")[1].Split('&')[0]).ShouldBe(["Regular%20Season", "PlayIn", "Playoffs"]);
    }

    [Fact]
    public async Task A_log_without_rows_is_no_data_and_kept()
    {
        var scrape = await Fetch(LeagueGameLogScraper.Players, new GameDate(2022, 12, 24), new FakeUpstream().Answer("/stats/leaguegamelog", EmptyLog));
        scrape.State.ShouldBe(RunState.NoData);
        scrape.Payloads.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"resultSets":[]}""")]
    [InlineData("""{"resultSets":[{"rowSet":{}}]}""")]
    public async Task JSON_that_is_no_game_log_is_refused(string body)
    {
        var upstream = new FakeUpstream().Answer("/stats/leaguegamelog", body);
        var error = await Should.ThrowAsync<PermanentException>(() => Fetch(LeagueGameLogScraper.Players, new GameDate(2022, 12, 24), upstream));
        error.Message.ShouldContain("JSON without resultSets[0].rowSet; accepted is a game log");
    }

    private static Task<Scrape> Fetch(IScraper scraper, GameDate date, IUpstream upstream) =>
        scraper.FetchAsync(new ScrapeContext(date, date.At(30), upstream), CancellationToken.None);
}
