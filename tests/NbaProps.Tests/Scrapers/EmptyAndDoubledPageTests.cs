using System.Text;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.BallDontLie;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers.Odds;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

/// <summary>
/// Who stands in is asked by the scraper's outcome alone: a payload of which a processor will make no row must not end as a success.
/// </summary>
public sealed class EmptyAndDoubledPageTests
{
    private static readonly GameDate Date = new(2024, 1, 15);

    private static string Scoreboard => Real("nba_scoreboard/scoreboardv2_2024-01-15.json");

    private static string Schedule => Real("nba_schedule/scheduleLeagueV2_2024-25.json.gz");

    private static string PlayerList => Real("nba_player_list/playerindex.json.gz");

    private static string Officials => Real("nba_referees/referee_assignments.json");

    [SkippableFact]
    public async Task Real_pages_are_taken()
    {
        foreach (var (scraper, body) in new[] { (NbaPages.Scoreboard, Scoreboard), (NbaPages.PlayerList, PlayerList), (NbaPages.Referees, Officials), (NbaPages.ScoreboardCdn, Real("nba_scoreboard/todaysScoreboard_00_complete.json")) })
        {
            (await FetchAsync(scraper, body)).State.ShouldBe(RunState.Succeeded, scraper.Declaration.Name);
        }
    }

    [SkippableFact]
    [Trait("Incident", "I-03")]
    public async Task A_list_without_a_row_is_kept_and_is_no_success()
    {
        await NoDataAsync(NbaPages.Scoreboard, Set(Scoreboard, "GameHeader", rows => rows.Clear()));
        await NoDataAsync(NbaPages.PlayerList, Set(PlayerList, "PlayerIndex", rows => rows.Clear()));
        await NoDataAsync(NbaPages.Referees, """{"nba":{"Table":{"rows":[]},"Table1":{"rows":[]}}}""");
        await NoDataAsync(NbaPages.ScoreboardCdn, """{"scoreboard":{"gameDate":"2024-01-15","games":[]}}""");
        await NoDataAsync(EspnPages.Scoreboard, """{"events":[]}""");
        await NoDataAsync(BallDontLiePages.BoxScores, """{"data":[]}""");
    }

    [SkippableFact]
    public async Task A_row_that_is_there_twice_is_refused_and_is_no_change_of_the_source()
    {
        (await RefusedAsync(NbaPages.Scoreboard, Set(Scoreboard, "GameHeader", Double))).Message.ShouldContain("a GameHeader with two rows of 0022300555");
        (await RefusedAsync(NbaPages.Scoreboard, Set(Scoreboard, "LineScore", Double))).Break.ShouldBeNull();
        (await RefusedAsync(NbaPages.PlayerList, Set(PlayerList, "PlayerIndex", Double))).Break.ShouldBeNull();
        var officials = JsonNode.Parse(Officials)!;
        Double(officials["nba"]!["Table"]!["rows"]!.AsArray());
        (await RefusedAsync(NbaPages.Referees, officials.ToJsonString())).Message.ShouldContain("0022400509 more than once");
    }

    // Both schedules, and each page of a game that stands in for the log: what a reader refuses as a whole must not end as a success, or the next stand-in is never asked.
    [SkippableFact]
    public async Task A_game_that_is_scheduled_twice_is_refused_of_both_schedules()
    {
        var schedule = JsonNode.Parse(Schedule)!;
        schedule["leagueSchedule"]!["seasonYear"] = "2023-24";
        (await FetchAsync(NbaPages.ScheduleCdn, schedule.ToJsonString())).State.ShouldBe(RunState.Succeeded);
        (await FetchAsync(new NbaScheduleScraper(), schedule.ToJsonString())).State.ShouldBe(RunState.Succeeded);

        Double(schedule["leagueSchedule"]!["gameDates"]![0]!["games"]!.AsArray());
        foreach (var scraper in new IScraper[] { NbaPages.ScheduleCdn, new NbaScheduleScraper() })
        {
            var refused = await RefusedAsync(scraper, schedule.ToJsonString());
            (refused.Break, refused.Message.Contains("games[].gameId is 0012400001 more than once", StringComparison.Ordinal)).ShouldBe((null, true), refused.Message);
        }
    }

    [Theory]
    [InlineData("gameDateEst", "missing", "a text")]
    [InlineData("gameDateTimeUTC", "missing", "a text")]
    [InlineData("homeTeam", "missing", "an object")]
    [InlineData("awayTeam.teamTricode", "missing", "a text or null")]
    [InlineData("gameStatus", "missing", "a number")]
    public async Task A_schedule_that_no_reader_could_read_is_a_change_of_the_source(string field, string was, string accepted)
    {
        var game = new JsonObject
        {
            ["gameId"] = "0022300001", ["gameDateEst"] = "2023-10-24T00:00:00Z", ["gameDateTimeEst"] = "2023-10-24T19:30:00Z", ["gameDateTimeUTC"] = "2023-10-24T23:30:00Z", ["gameStatus"] = 1, ["gameStatusText"] = "7:30 pm ET", ["homeTeam"] = new JsonObject { ["teamTricode"] = null }, ["awayTeam"] = new JsonObject { ["teamTricode"] = "BOS" },
        };
        var steps = field.Split('.');
        steps[..^1].Aggregate(game, (node, name) => node[name]!.AsObject()).Remove(steps[^1]);
        var schedule = new JsonObject
        {
            ["leagueSchedule"] = new JsonObject { ["seasonYear"] = "2023-24", ["gameDates"] = new JsonArray([.. Enumerable.Range(0, 12).Select(_ => new JsonObject { ["games"] = new JsonArray() })]) },
        };
        schedule["leagueSchedule"]!["gameDates"]![3]!["games"]!.AsArray().Add(game);
        foreach (var scraper in new IScraper[] { NbaPages.ScheduleCdn, new NbaScheduleScraper() })
        {
            (await RefusedAsync(scraper, schedule.ToJsonString())).Break.ShouldBe(new ContractBreak($"leagueSchedule.gameDates[].games[].{field}", was, accepted));
        }
    }

    [SkippableFact]
    public async Task A_player_or_a_game_that_a_box_score_has_twice_is_refused()
    {
        var inputs = new FakeInputs().With([GameRows.Scheduled() with { GameDate = Date }]);
        static string Team(int player) => $$$"""{"statistics":{},"players":[{"personId":{{{player}}},"statistics":{"minutes":"34:12"}}]}""";
        foreach (var (scraper, body, path) in new[]
        {
            (NbaPages.BoxScoreCdn, Real("nba_cdn_boxscore/boxscore_0022500775.json.gz"), "game.homeTeam.players"),
            (NbaPages.TeamBoxScore, $$$"""{"boxScoreTraditional":{"gameId":"0022300555","homeTeam":{{{Team(7)}}},"awayTeam":{{{Team(8)}}}}}""", "boxScoreTraditional.awayTeam.players"),
        })
        {
            var page = JsonNode.Parse(body)!;
            var fetch = () => scraper.FetchAsync(new ScrapeContext(Date, Date.At(30), new FakeUpstream().Answer("/", page.ToJsonString())) { Inputs = inputs }, CancellationToken.None);
            (await fetch()).State.ShouldBe(RunState.Succeeded, path);
            Double(path.Split('.').Aggregate(page, (node, name) => node[name]!).AsArray());
            (await Should.ThrowAsync<PermanentException>(fetch)).Message.ShouldContain($"{path}[].personId is ");
        }

        (await RefusedAsync(BallDontLiePages.BoxScores, """{"data":[{"id":1,"home_team":{"players":[]},"visitor_team":{"players":[]}},{"id":1,"home_team":{"players":[]},"visitor_team":{"players":[]}}]}"""))
            .Message.ShouldContain("data[].id is 1 more than once");
        (await RefusedAsync(BallDontLiePages.BoxScores, """{"data":[{"id":1,"home_team":{"players":[]},"visitor_team":{"players":[{"player":{"id":7}},{"player":{"id":8}},{"player":{"id":7}}]}}]}"""))
            .Message.ShouldContain("data[].visitor_team.players[].player.id is 7 more than once");
        (await RefusedAsync(BallDontLiePages.BoxScores, """{"data":[{"id":1,"home_team":{"players":[{"player":{"id":"\ud800"}}]},"visitor_team":{"players":[{"player":{"id":"\ud800"}}]}}]}"""))
            .Message.ShouldContain("""data[].visitor_team.players[].player.id is \ud800 more than once""");
        (await FetchAsync(BallDontLiePages.BoxScores, """{"data":[{"id":1,"home_team":{"players":[{"player":{"id":7}}]},"visitor_team":{"players":[]}},{"id":2,"home_team":{"players":[{"player":{"id":7}}]},"visitor_team":{"players":[]}}]}"""))
            .State.ShouldBe(RunState.Succeeded, "two games of one day");
    }

    // Nobody reads a list with one event twice: taken, it would fail whoever reads it for ever, and nobody would stand in.
    [Fact]
    public async Task An_event_that_is_listed_twice_is_refused_and_is_no_change_of_the_source()
    {
        const string Event = """{"id":"1","date":"2024-01-15T00:00Z","competitions":[{"competitors":[{"team":{}}]}]}""";
        var refused = await RefusedAsync(EspnPages.Scoreboard, $$"""{"events":[{{Event}},{{Event}}]}""");
        (refused.Break, refused.Message.Contains("events[].id is 1 more than once", StringComparison.Ordinal)).ShouldBe((null, true));

        const string Offered = """{"id":7,"home":"BOS","visitor":"NYK","scheduled":"2024-01-15 19:00:00"}""";
        refused = await RefusedAsync(new BettingProsScraper(), $$"""{"events":[{{Offered}},{{Offered}}]}""");
        (refused.Break, refused.Message.Contains("events[].id is 7 more than once", StringComparison.Ordinal)).ShouldBe((null, true));

        refused = await RefusedAsync(OddsApiScraper.PlayerPoints(new OddsApiOptions()), """[{"id":"aa"},{"id":"aa"}]""");
        (refused.Break, refused.Message.Contains("the event aa more than once", StringComparison.Ordinal)).ShouldBe((null, true));
    }

    [SkippableFact]
    [Trait("Incident", "I-32")]
    public async Task A_column_with_another_name_or_type_is_a_change_of_the_source()
    {
        (await RefusedAsync(NbaPages.Scoreboard, Scoreboard.Replace("\"GAME_STATUS_ID\"", "\"STATUS\"", StringComparison.Ordinal))).Break.ShouldBe(new ContractBreak("GameHeader.GAME_STATUS_ID", "missing", "a number"));
        (await RefusedAsync(NbaPages.PlayerList, Set(PlayerList, "PlayerIndex", rows => rows[0]![0] = "1630173"))).Break.ShouldBe(new ContractBreak("PlayerIndex.PERSON_ID", "\"1630173\"", "a number"));
    }

    [Theory]
    [InlineData("Injury Report: 01/15/24 12:30 PM\nGame Date Team Player Name Current Status Reason\nPage 1 of 2\n\fPage 2 of 2", null, false)]
    [InlineData("Injury Report: 01/15/24 12:30 PM\nGame Date Team Player Name Status_x Reason\nPage 1 of 1", "Current Status", true)]
    [InlineData("Injury Report: xx/xx/xx xx:xx PM\nGame Date Team Player Name Current Status Reason\nPage x of x", "a title such as", true)]
    [InlineData("Injury Report: 01/15/24 12:30 PM\nPlayer Name Current Status\nPage 1 of 1\n\fInjury Report: 01/15/24 12:30 PM\nPlayer Name Current Status\nPage 1 of 1", "Page 1 of 1, Page 1 of 1", false)]
    [InlineData("Injury Report: 01/15/24 12:30 PM\nPlayer Name Current Status\nPage 2 of 2\n\fPage 1 of 2", "Page 2 of 2, Page 1 of 2", false)]
    [InlineData("Injury Report: 01/15/24 12:30 PM\nPlayer Name Current Status\nPage x of x", "without a page's number", false)]
    public async Task A_report_of_which_nothing_can_be_read_is_no_success(string text, string? why, bool changed)
    {
        var fetch = () => new InjuryReportScraper(new Says(text)).FetchAsync(new ScrapeContext(Date, Date.At(13), new FakeUpstream().Answer("/referee/injury/", "%PDF-1.4")), CancellationToken.None);
        if (why is null)
        {
            (await fetch()).State.ShouldBe(RunState.Succeeded);
            return;
        }

        var refused = await Should.ThrowAsync<PermanentException>(fetch);
        (refused.Message.Contains(why, StringComparison.Ordinal), refused.Break is not null).ShouldBe((true, changed), refused.Message);
    }

    [Theory]
    [InlineData("POS MIN FG FGA PTS\n23 LeBron James F 34:12 10 18 25", RunState.Succeeded)]
    [InlineData("POS MIN FG FGA PTS\nx LeBron James F 34:12 xx xx xx", null)]
    [InlineData("POS Minutes FG FGA PTS\n23 LeBron James F 34:12 10 18 25", null)]
    public async Task A_gamebook_of_which_nothing_can_be_read_is_no_success(string text, RunState? state)
    {
        var inputs = new FakeInputs().With([GameRows.Scheduled() with { GameDate = Date }]);
        var fetch = () => new GamebookScraper(new Says(text)).FetchAsync(new ScrapeContext(Date, Date.At(30), new FakeUpstream().Answer("/pdfs/", "%PDF-1.4")) { Inputs = inputs }, CancellationToken.None);
        if (state is null)
        {
            (await Should.ThrowAsync<PermanentException>(fetch)).Message.ShouldContain("a PDF without ");
            return;
        }

        (await fetch()).State.ShouldBe(state.Value);
    }

    private static async Task NoDataAsync(PageScraper scraper, string body)
    {
        var scrape = await FetchAsync(scraper, body);
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.NoData, 1), scraper.Declaration.Name);
    }

    private static Task<PermanentException> RefusedAsync(IScraper scraper, string body) => Should.ThrowAsync<PermanentException>(() => FetchAsync(scraper, body));

    private static Task<Scrape> FetchAsync(IScraper scraper, string body) => scraper.FetchAsync(new ScrapeContext(Date, Date.At(30), new FakeUpstream().Answer("/", body)), CancellationToken.None);

    private static void Double(JsonArray rows) => rows.Add(rows[0]!.DeepClone());

    private static string Set(string page, string name, Action<JsonArray> change)
    {
        var root = JsonNode.Parse(page)!;
        change(root["resultSets"]!.AsArray().Single(set => (string)set!["name"]! == name)!["rowSet"]!.AsArray());
        return root.ToJsonString();
    }

    private static string Real(string payload)
    {
        SharedData.Require("payloads/" + payload);
        return Encoding.UTF8.GetString(RawProcessors.Parsing.Bytes("payloads/" + payload));
    }

    private sealed class Says(string text) : IPdfText
    {
        public Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken) => Task.FromResult<PdfText>(new PdfText.Extracted(text));
    }
}
