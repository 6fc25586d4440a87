using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Tests.RawProcessors.Scoreboard;

public sealed class ScoreboardPayloadTests
{
    private static readonly GameDate Date = new(2024, 1, 15);

    [SkippableFact]
    public void Every_fact_of_the_reference_parse_is_reproduced()
    {
        var rows = Parsing.Read<NbacScoreboardRow>("nba_scoreboard", "scoreboardV2", Parsing.Bytes("payloads/nba_scoreboard/scoreboardv2_2024-01-15.json")).Rows;
        var games = Parsing.Shared("payloads/nba_scoreboard/reference_parse_2024-01-15.json").GetProperty("scoreboard").GetProperty("games").EnumerateArray().ToArray();

        // Quarters, team statistics, broadcasters and arena are not kept; the reference's gameEt is the date, not the start, which this form does not state.
        games.Length.ShouldBe(11);
        rows.ShouldObeyTheirTable();
        rows.Select(row => (
            row.GameId.ToString(), row.GameDate + "T00:00:00", $"{row.Season.StartYear}", row.GameStatus, row.GameStatusText,
            row.HomeTeam.Value, row.HomeScore, row.AwayTeam.Value, row.AwayScore)).ShouldBe(games.Select(game => (
            game.GetProperty("gameId").GetString()!, game.GetProperty("gameEt").GetString()!, game.GetProperty("season").GetString()!,
            game.GetProperty("gameStatus").GetInt32(), game.GetProperty("gameStatusText").GetString()!,
            game.GetProperty("homeTeam").GetProperty("teamTricode").GetString()!, (int?)game.GetProperty("homeTeam").GetProperty("points").GetInt32(),
            game.GetProperty("awayTeam").GetProperty("teamTricode").GetString()!, (int?)game.GetProperty("awayTeam").GetProperty("points").GetInt32())));
        rows.ShouldAllBe(row => row.Winner == (row.HomeScore > row.AwayScore ? row.HomeTeam : row.AwayTeam) && row.TipOff == null && !row.TipOffAssumed && !row.Postponed);
        rows.ShouldAllBe(row => row.SeasonPhase == "regular" && row.Source == "nba_scoreboard_v2" && row.AsOf == Parsing.AsOf);
    }

    [SkippableFact]
    public void Every_game_of_the_real_scoreboard_of_the_content_network_is_reproduced()
    {
        const string Path = "payloads/nba_scoreboard/todaysScoreboard_00_complete.json";
        var rows = Parsing.Read<NbacScoreboardRow>("nba_scoreboard", "todaysScoreboard", Parsing.Bytes(Path)).Rows;
        var games = Parsing.Shared(Path).GetProperty("scoreboard").GetProperty("games").EnumerateArray().ToArray();

        games.Length.ShouldBe(3);
        rows.ShouldObeyTheirTable();
        rows.Select(row => (row.GameId.ToString(), row.GameStatus, row.GameStatusText, row.HomeTeam.Value, row.HomeScore, row.AwayTeam.Value, row.AwayScore, row.TipOff))
            .ShouldBe(games.Select(game => (
                game.GetProperty("gameId").GetString()!, game.GetProperty("gameStatus").GetInt32(), game.GetProperty("gameStatusText").GetString()!,
                game.GetProperty("homeTeam").GetProperty("teamTricode").GetString()!, (int?)game.GetProperty("homeTeam").GetProperty("score").GetInt32(),
                game.GetProperty("awayTeam").GetProperty("teamTricode").GetString()!, (int?)game.GetProperty("awayTeam").GetProperty("score").GetInt32(),
                (DateTimeOffset?)game.GetProperty("gameTimeUTC").GetDateTimeOffset())));
        rows.ShouldAllBe(row => row.GameDate == new GameDate(2026, 2, 11) && row.Season == new Season(2025) && row.Source == "nba_scoreboard_cdn" && !row.TipOffAssumed);
        rows.Select(row => row.Winner!.Value.Value).ShouldBe(["CHA", "CLE", "MIL"]);
    }

    [Theory]
    [InlineData(1, "7:30 pm ET", null, null)]
    [InlineData(2, "Q3 4:12", 77, null)]
    [InlineData(3, "Final", 77, "PHI")]
    [InlineData(3, "PPD", null, null)]
    public void There_are_scores_once_a_game_has_begun_and_a_winner_once_it_is_over(int status, string text, int? score, string? winner)
    {
        foreach (var row in new[] { V2Row(status, text, "77", "70"), CdnRow(status, text, 77, 70) })
        {
            (row.HomeScore, row.Winner?.Value, row.Postponed).ShouldBe((score, winner, text == "PPD"));
        }
    }

    [Theory]
    [InlineData("7:30 pm ET", 19, 30, false)]
    [InlineData("12:00 pm ET", 12, 0, false)]
    [InlineData("12:00 am ET", 12, 0, true)]
    [InlineData("TBD", 12, 0, true)]
    public void A_status_of_scoreboardV2_states_the_start_until_the_game_begins(string text, int hour, int minute, bool assumed)
    {
        var row = V2Row(1, text, "null", "null");
        (row.TipOff, row.TipOffAssumed).ShouldBe((Date.At(hour, minute), assumed));
    }

    [Theory]
    [InlineData(1, "PPD")]
    [InlineData(2, "7:30 pm ET")]
    public void A_start_that_is_not_stated_is_missing(int status, string text)
    {
        var row = V2Row(status, text, "1", "null");
        (row.TipOff, row.TipOffAssumed, row.AwayScore).ShouldBe((null, false, null));
    }

    [Theory]
    [InlineData("2024-01-15T19:30:00Z", "2024-01-16T00:30:00Z", 19, false)]
    [InlineData("2024-01-15T19:30:00-05:00", "2024-01-16T00:30:00Z", 19, false)]
    [InlineData("2024-01-15T00:00:00Z", "2024-01-15T05:00:00Z", 12, true)]
    public void A_start_at_midnight_Eastern_is_an_unknown_one(string eastern, string utc, int hour, bool assumed)
    {
        var row = CdnRow(1, "TBD", 0, 0, eastern, utc);
        (row.GameDate, row.TipOff, row.TipOffAssumed).ShouldBe((Date, Date.At(hour, assumed ? 0 : 30), assumed));
    }

    [Fact]
    public void Games_against_others_than_the_thirty_are_left_out_with_their_reason()
    {
        Read("scoreboardV2", V2(1, "TBD", "null", "null").Replace("1610612745", "15020", StringComparison.Ordinal)).LeftOut
            .ShouldBe(["0022300555: not between two of the thirty teams"]);
        Read("todaysScoreboard", Cdn(1, "TBD", 0, 0).Replace("\"teamId\":1610612745,\"teamTricode\":\"HOU\"", "\"teamId\":0,\"teamTricode\":\"\"", StringComparison.Ordinal)).LeftOut
            .ShouldBe(["0022300555: not between two of the thirty teams"]);
    }

    [Theory]
    [InlineData("\"PTS\"", "\"POINTS\"", "header PTS is missing")]
    [InlineData("\"LineScore\"", "\"Lines\"", "has 0 result sets LineScore among 2; accepted is one")]
    [InlineData("3,\"Final\"", "4,\"Final\"", "row 1, GAME_STATUS_ID is 4; accepted is a whole number from 1 to 3")]
    [InlineData("3,\"Final\"", "\"3\",\"Final\"", "row 1, GAME_STATUS_ID is \"3\"; accepted is a whole number from 1 to 3")]
    [InlineData("\"2024-01-15T00:00:00\"", "\"2024-01-15T19:00:00\"", "row 1, GAME_DATE_EST is \"2024-01-15T19:00:00\"; accepted is a date such as 2024-01-15T00:00:00")]
    [InlineData("\"2023\"", "\"2024\"", "row 1, SEASON is \"2024\"; accepted is the season of the game's id, 2023")]
    [InlineData("1610612755,\"2023\"", "1610612755,\"2023\",1", "row 1 is not an array of 7 cells")]
    [InlineData("\"PHI\"", "\"HOU\"", "row 2, TEAM_ABBREVIATION is \"HOU\"; accepted is PHI, as its id says")]
    [InlineData(",77]", ",301]", "row 2, PTS is 301; accepted is a whole number from 0 to 300")]
    [InlineData(",77]", ",70]", "row 2, PTS is 70; accepted is another score than the other team's, since game 0022300555 is final")]
    [InlineData("[\"0022300555\",1610612755", "[\"0022300556\",1610612755", "LineScore has no line of PHI in game 0022300555, which has begun")]
    [InlineData("[\"0022300555\",1610612755,\"PHI\"", "[\"0022300555\",1610612745,\"HOU\"", "LineScore has two lines of HOU in game 0022300555")]
    public void What_is_not_as_it_must_be_in_scoreboardV2_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = V2(3, "Final", "77", "70");
        payload.ShouldContain(what);
        Parsing.Refusal("nba_scoreboard", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Theory]
    [InlineData("\"gameId\":\"0022300555\"", "\"gameId\":22300555", "scoreboard.games[0].gameId is 22300555; accepted is a game id of ten digits")]
    [InlineData("\"gameEt\"", "\"gameEastern\"", "scoreboard.games[0] has no gameEt")]
    [InlineData("2024-01-16T00:30:00Z", "2024-01-16T01:30:00Z", "scoreboard.games[0].gameTimeUTC is \"2024-01-16T01:30:00Z\"; accepted is the UTC time of 2024-01-15 19:30 Eastern on 2024-01-15")]
    [InlineData("2024-01-15T19:30:00Z", "2006-01-15T19:30:00Z", "gameEt is \"2006-01-15T19:30:00Z\"; accepted is a time from 2007 on")]
    [InlineData("2024-01-15T19:30:00Z", "00:00", "gameEt is \"00:00\"; accepted is an Eastern time")]
    [InlineData("2024-01-16T00:30:00Z", "00:30", "gameTimeUTC is \"00:30\"; accepted is an instant")]
    [InlineData("\"Final\"", "\"\\ud800\"", "gameStatusText is \"\\ud800\"; accepted is a text of whole characters")]
    [InlineData("2024-01-15T19:30:00Z", "soon", "gameEt is \"soon\"; accepted is an Eastern time")]
    [InlineData("\"score\":77", "\"score\":\"77\"", "homeTeam.score is \"77\"; accepted is a whole number from 0 to 300")]
    [InlineData("\"games\":[", "\"games\":3,\"others\":[", "scoreboard.games is 3; accepted is an array")]
    public void What_is_not_as_it_must_be_in_todaysScoreboard_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Cdn(3, "Final", 77, 70);
        payload.ShouldContain(what);
        Parsing.Refusal("nba_scoreboard", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void A_game_that_is_listed_twice_is_refused()
    {
        var game = CdnGame(3, "Final", 77, 70);
        Parsing.Refusal("nba_scoreboard", "{\"scoreboard\":{\"games\":[" + game + "," + game + "]}}").ShouldContain("game 0022300555 is listed twice");
        const string Header = "[\"2024-01-15T00:00:00\",\"0022300555\",3,\"Final\",1610612745,1610612755,\"2023\"]";
        Parsing.Refusal("nba_scoreboard", V2(3, "Final", "77", "70").Replace(Header, Header + "," + Header, StringComparison.Ordinal))
            .ShouldContain("game 0022300555 is listed twice in GameHeader");
    }

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML; accepted are scoreboardV2, todaysScoreboard")]
    [InlineData("{\"message\":\"no\"}", "it is JSON with message at its root; accepted are scoreboardV2, todaysScoreboard")]
    [InlineData("{\"scoreboard\":{\"games\":[{\"gameId\"", "is no JSON from byte")]
    public void What_is_no_scoreboard_is_refused(string payload, string says) => Parsing.Refusal("nba_scoreboard", payload).ShouldContain(says);

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() =>
        (Damage.ShouldBeReadOrRefused("nba_scoreboard", V2(3, "Final", "77", "70")) + Damage.ShouldBeReadOrRefused("nba_scoreboard", V2(1, "7:30 pm ET", "null", "null")) + Damage.ShouldBeReadOrRefused("nba_scoreboard", Cdn(3, "Final", 77, 70))).ShouldBeGreaterThan(200);

    private static Reading<NbacScoreboardRow> Read(string form, string payload) => Parsing.Read<NbacScoreboardRow>("nba_scoreboard", form, payload);

    private static NbacScoreboardRow V2Row(int status, string text, string home, string away) => Read("scoreboardV2", V2(status, text, home, away)).Rows.Single();

    private static NbacScoreboardRow CdnRow(int status, string text, int home, int away, string eastern = "2024-01-15T19:30:00Z", string utc = "2024-01-16T00:30:00Z") =>
        Read("todaysScoreboard", "{\"scoreboard\":{\"games\":[" + CdnGame(status, text, home, away, eastern, utc) + "]}}").Rows.Single();

    private static string V2(int status, string text, string home, string away) => $$"""
        {"resource":"scoreboardV2","resultSets":[
        {"name":"GameHeader","headers":["GAME_DATE_EST","GAME_ID","GAME_STATUS_ID","GAME_STATUS_TEXT","VISITOR_TEAM_ID","HOME_TEAM_ID","SEASON"],
         "rowSet":[["2024-01-15T00:00:00","0022300555",{{status}},"{{text}}",1610612745,1610612755,"2023"]]},
        {"name":"LineScore","headers":["GAME_ID","TEAM_ID","TEAM_ABBREVIATION","PTS"],
         "rowSet":[["0022300555",1610612745,"HOU",{{away}}],["0022300555",1610612755,"PHI",{{home}}]]}]}
        """;

    private static string Cdn(int status, string text, int home, int away) => "{\"scoreboard\":{\"games\":[" + CdnGame(status, text, home, away) + "]}}";

    private static string CdnGame(int status, string text, int home, int away, string eastern = "2024-01-15T19:30:00Z", string utc = "2024-01-16T00:30:00Z") => $$"""
        {"gameId":"0022300555","gameStatus":{{status}},"gameStatusText":"{{text}}","gameEt":"{{eastern}}","gameTimeUTC":"{{utc}}",
         "homeTeam":{"teamId":1610612755,"teamTricode":"PHI","score":{{home}}},"awayTeam":{"teamId":1610612745,"teamTricode":"HOU","score":{{away}}} }
        """;
}
