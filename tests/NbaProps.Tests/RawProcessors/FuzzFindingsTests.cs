using System.Text;

using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.Gamebook;
using NbaProps.Tests.RawProcessors.InjuryReport;

namespace NbaProps.Tests.RawProcessors;

/// <summary>What fuzzing found in the parsers (docs/06-testing/fuzzing.md), each as the smallest payload that shows it.</summary>
public sealed class FuzzFindingsTests
{
    private const string LogHeaders =
        """["SEASON_ID","PLAYER_ID","PLAYER_NAME","TEAM_ID","TEAM_ABBREVIATION","GAME_ID","GAME_DATE","MATCHUP","WL","MIN","FGM","FGA","FG3M","FG3A","FTM","FTA","OREB","DREB","REB","AST","STL","BLK","TOV","PF","PTS","PLUS_MINUS"]""";

    private const string LogRow =
        """["22024",11,"Ann Able",1610612744,"GSW","0022400974","2025-03-15","GSW vs. NYK","W",35,8,20,4,13,8,9,0,7,7,5,0,1,3,2,28,-5]""";

    private const string ScheduleGame = """
        {"gameId":"0022400061","gameStatus":3,"gameStatusText":"Final","gameDateEst":"2024-10-22T00:00:00Z","gameDateTimeEst":"2024-10-22T19:30:00Z","gameDateTimeUTC":"2024-10-22T23:30:00Z",
        "arenaName":"Some Arena","homeTeam":{"teamTricode":"BOS","score":132},"awayTeam":{"teamTricode":"NYK","score":109}}
        """;

    [Theory]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"leagueSchedule\":{\"\\udfff\":1}}")]
    [InlineData("{\"leagueSchedule\":{\"gameDates\":[{\"games\":[{\"a\\uD83D\":1}]}]}}")]
    public void A_property_named_with_half_a_surrogate_pair_is_refused(string payload) =>
        Parsing.Refusal("nba_schedule", payload).ShouldContain("has a property whose name holds half of a surrogate pair");

    [Fact]
    public void A_whole_surrogate_pair_in_a_name_is_no_reason_to_refuse() =>
        Parsing.Refusal("nba_schedule", "{\"\\ud83d\\ude00\":1}").ShouldContain("it is JSON with \ud83d\ude00 at its root");

    [Fact]
    public void Bytes_that_are_no_text_are_refused_wherever_they_stand()
    {
        var bytes = Encoding.UTF8.GetBytes(Schedule(ScheduleGame));
        bytes[Array.IndexOf(bytes, (byte)'A')] = 0xFF;
        using var payload = new RawPayload("file", bytes);
        Should.Throw<PermanentException>(() => PayloadCatalog.FormatOf("nba_schedule", payload)).Message.ShouldBe("file: is no text in UTF-8; accepted is JSON, which is");
    }

    [Theory]
    [InlineData("0022400061\"", "{\n\"a\": 1\n}")]
    [InlineData("0022400061\"", "\"a\u2028b\"")]
    public void A_refusal_is_one_line_whatever_is_refused(string what, string instead) => OneLine(Schedule(ScheduleGame.Replace($"\"{what}", instead, StringComparison.Ordinal)));

    [Fact]
    public void Names_that_are_listed_in_a_refusal_do_not_break_its_line() => OneLine("{\"leagueSchedule\":{\"a\\nb\":1,\"\\u001b[2J\":2}}");

    [Fact]
    public void What_the_reader_of_JSON_says_does_not_break_the_line_of_a_refusal()
    {
        OneLine("{\"leagueSchedule\":tru\n,\n\"x\":1}");
        Parsing.Refusal("nba_schedule", $"{{\"leagueSchedule\":tru{new string('x', 9_000)}").Length.ShouldBeLessThan(500);
    }

    [Fact]
    public void A_refusal_is_not_cut_inside_a_character()
    {
        var refusal = Parsing.Refusal("nba_schedule", Schedule(ScheduleGame.Replace("2024-10-22T00:00:00Z", string.Concat(Enumerable.Repeat("\ud83d\ude00", 60)), StringComparison.Ordinal)));
        refusal.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
        refusal.ShouldContain("…; accepted is an instant");
    }

    [Fact]
    public void A_NUL_in_a_text_of_JSON_is_refused() =>
        Parsing.Refusal("nba_schedule", Schedule(ScheduleGame.Replace("Some Arena", "Some\\u0000Arena", StringComparison.Ordinal))).ShouldContain("accepted is a text without NUL characters");

    [Fact]
    public void A_NUL_in_the_text_of_a_PDF_is_refused()
    {
        Should.Throw<PermanentException>(() => ReportText.Read(ReportText.OfSanAntonio().ToString().Replace("Able", "A\0le", StringComparison.Ordinal))).Message.ShouldContain("is no text, with a NUL character at byte");
        Should.Throw<PermanentException>(() => GamebookRendering.Open(GamebookRendering.Small.Replace("Some Arena", "Some\0Arena", StringComparison.Ordinal))).Message.ShouldContain("is no text, with a NUL character at byte");
    }

    [Fact]
    public void A_date_before_all_game_dates_is_refused() =>
        Parsing.Refusal("nba_schedule", Schedule(ScheduleGame.Replace("2024-10-22T00:00:00Z", "1900-01-01T00:00:00Z", StringComparison.Ordinal))).ShouldContain("accepted is a date from 2007 on");

    [Fact]
    public void A_start_before_all_game_dates_is_refused() => Parsing.Refusal("balldontlie", """
        {"data":[{"id":1,"date":"2026-01-09","datetime":"1026-01-10T00:00:00.000Z","status":"Final","home_team_score":125,"visitor_team_score":117,
        "home_team":{"id":2,"abbreviation":"BOS"},"visitor_team":{"id":28,"abbreviation":"TOR"}}]}
        """).ShouldContain("data[0].datetime is \"1026-01-10T00:00:00.000Z\"; accepted is an instant from 2007 on");

    [Fact]
    public void A_score_that_no_team_can_have_is_refused() =>
        Parsing.Refusal("nba_schedule", Schedule(ScheduleGame.Replace("132", "1591", StringComparison.Ordinal))).ShouldContain("homeTeam.score is 1591; accepted is a whole number from 0 to 300");

    [Fact]
    public void A_game_id_of_half_characters_is_refused() =>
        Parsing.Refusal("nba_schedule", Schedule(ScheduleGame.Replace("\"0022400061\"", "\"\\ud800\"", StringComparison.Ordinal))).ShouldContain("accepted is a text of whole characters");

    [Theory]
    [InlineData(",8,20,", ",8,300,", "row 1, FGA is 300; accepted is a whole number from 0 to 80")]
    [InlineData(",7,7,5,", ",7,7,-5,", "row 1, AST is -5; accepted is a whole number from 0 to 80")]
    [InlineData(",2,28,", ",20,28,", "row 1, PF is 20; accepted is a whole number from 0 to 10")]
    [InlineData(",28,-5]", ",28,300]", "row 1, PLUS_MINUS is 300; accepted is a whole number from -150 to 150")]
    [InlineData(",8,20,4,", ",2147483647,20,4,", "row 1, FGM is 2147483647; accepted is a whole number from 0 to 80")]
    [InlineData("[\"22024\"", "[\"\\ud800\"", "row 1, SEASON_ID is \"\\ud800\"; accepted is a text of whole characters")]
    public void A_count_of_a_log_that_its_table_does_not_take_is_refused(string what, string instead, string says)
    {
        LogRow.ShouldContain(what);
        Parsing.Refusal("nba_leaguegamelog", Log(LogRow.Replace(what, instead, StringComparison.Ordinal))).ShouldContain(says);
    }

    [Fact]
    public void Two_lines_of_a_player_in_a_game_are_refused() =>
        Parsing.Refusal("nba_leaguegamelog", Log($"{LogRow},{LogRow}")).ShouldBe("nba_leaguegamelog/test: 2 lines are of (0022400974, 11); accepted is one of each player or team in a game");

    [Fact]
    public void A_place_in_a_page_is_named_in_one_line() => Parsing.Refusal("espn", """
        <html><script>window['__espnfitt__']={"a\n\u0000":[{"tm":{"id":"18","abbrev":"NY"},"stats":[{"type":"starters","athlts":[{"athlt":{"id":"1","dspNm":"Ann Able"},"stats":["36","12-24","3-8","7-8","1","4","9","9","2","0","3","2","-5","34"]}]}]},{"tm":{"id":"26","abbrev":"UTAH"},"stats":[]}],"bxscr":1};</script></html>
        """).ShouldStartWith("espn/test: the line of a  [0].stats[0].athlts[0].stats contradicts itself");

    [Fact]
    public void A_reason_to_leave_out_is_one_line() => new Reading<string>([], ["a\r\nb\u2028c\ud83d"]).LeftOut.ShouldBe(["a  b c\uFFFD"]);

    private static string Schedule(string game) => $$"""{"leagueSchedule":{"gameDates":[{"games":[{{game}}]}] } }""";

    private static string Log(string rows) => $$"""{"parameters":{"SeasonType":"Regular Season"},"resultSets":[{"name":"LeagueGameLog","headers":{{LogHeaders}},"rowSet":[{{rows}}]}] }""";

    private static void OneLine(string payload) => Parsing.Refusal("nba_schedule", payload).Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029').ShouldBeFalse();
}
