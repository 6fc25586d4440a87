using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Tests.RawProcessors.Referees;

public sealed class RefereePayloadTests
{
    private const string Form = "get-game-officials";

    [SkippableFact]
    public void Every_official_of_the_reference_parse_is_a_row()
    {
        var bytes = Parsing.Bytes("payloads/nba_referees/referee_assignments.json");
        var rows = Parsing.Read<NbacRefereeGameAssignmentRow>("nba_referees", Form, bytes).Rows;
        var replay = Parsing.Read<NbacRefereeReplayCenterRow>("nba_referees", Form, bytes).Rows;
        var reference = Parsing.Shared("payloads/nba_referees/reference_parse.json").GetProperty("refereeAssignments").GetProperty("nba");
        var expected =
            from game in reference.GetProperty("Table").GetProperty("rows").EnumerateArray()
            from position in Enumerable.Range(1, 4)
            let official = game.GetProperty($"official{position}").GetString()
            where official is not null
            select (
                game.GetProperty("game_date").GetString()!, game.GetProperty("game_id").GetString()!, game.GetProperty("season").GetString()!, position, official,
                game.GetProperty($"official{position}_code").GetInt32(), game.GetProperty($"official{position}_JNum").GetString(),
                game.GetProperty("home_team_abbr").GetString()!, game.GetProperty("away_team_abbr").GetString()!);

        // Eight games, three officials each, no fourth; the G League's three games are not looked at.
        (rows.Count, replay.Count).ShouldBe((24, 3));
        rows.ShouldObeyTheirTable();
        replay.ShouldObeyTheirTable();
        rows.Select(row => (
            MonthFirst(row.GameDate), row.GameId.ToString(), $"{row.Season.NbaSeasonId(row.GameId.Phase)}", row.OfficialPosition, row.OfficialName, row.OfficialCode,
            row.OfficialJerseyNumber, row.HomeTeam.Value, row.AwayTeam.Value)).ShouldBe(expected);
        replay.Select(row => (MonthFirst(row.GameDate), row.OfficialCode, row.OfficialName)).ShouldBe(
            reference.GetProperty("Table1").GetProperty("rows").EnumerateArray().Select(row => (
                row.GetProperty("game_date").GetString()!, row.GetProperty("official_code").GetInt32(), row.GetProperty("replaycenter_official").GetString()!)));
        rows.ShouldAllBe(row => row.SeasonPhase == "regular" && row.Source == "nba_referees" && row.AsOf == Parsing.AsOf);
    }

    [Fact]
    public void A_fourth_official_is_a_row_and_a_jersey_without_a_number_is_missing()
    {
        var rows = Read(Payload(Game(fourth: """
            "official4":"Ben Taylor","official4_code":202049,"official4_JNum":""
            """))).Rows;
        rows.Select(row => row.OfficialPosition).ShouldBe([1, 2, 3, 4]);
        (rows[3].OfficialName, rows[3].OfficialCode, rows[3].OfficialJerseyNumber).ShouldBe(("Ben Taylor", 202049, null));
    }

    [Fact]
    public void Games_of_other_teams_and_games_without_officials_are_left_out_with_their_reason()
    {
        var nobody = """
            {"game_id":"0022400510","game_date":"01/08/2025","season":"22024","home_team_id":1610612754,"home_team_abbr":"IND","away_team_id":1610612741,"away_team_abbr":"CHI","official1":null,"official1_code":null,"official2":""}
            """;
        var stars = Game().Replace("0022400509", "0032400001", StringComparison.Ordinal).Replace("1610612739", "1610616833", StringComparison.Ordinal);
        Read(Payload(stars, nobody)).LeftOut.ShouldBe(["0032400001: not between two of the thirty teams", "0022400510: no officials are named"]);
    }

    [Fact]
    public void A_day_without_games_has_no_rows() => Read(Payload()).Rows.ShouldBeEmpty();

    [Theory]
    [InlineData("\"official1_code\":101284", "\"official1_code\":null", "nba.Table.rows[0] has no official1_code")]
    [InlineData("\"official1_code\":101284", "\"official1_code\":0", "nba.Table.rows[0].official1_code is 0; accepted is a whole number from 1")]
    [InlineData("\"official1\":\"John Goble\"", "\"official1\":null", "nba.Table.rows[0].official1_code is 101284; accepted is nothing, since there is no official1")]
    [InlineData("\"official2_code\":1626300", "\"official2_code\":101284", "official2_code is 101284; accepted is another official than those before")]
    [InlineData("\"season\":\"22024\"", "\"season\":\"22023\"", "season is \"22023\"; accepted is the season of the game's id, 22024")]
    [InlineData("01/08/2025", "2025-01-08", "game_date is \"2025-01-08\"; accepted is a date such as 01/15/2024")]
    [InlineData("01/08/2025", "01/08/2005", "game_date is \"01/08/2005\"; accepted is a date such as 01/15/2024, from 2007 on")]
    [InlineData("\"home_team_abbr\":\"CLE\"", "\"home_team_abbr\":\"IND\"", "home_team_abbr is \"IND\"; accepted is CLE, as its id says")]
    [InlineData("\"Table1\"", "\"Table2\"", "nba has no Table1; it has Table, Table2")]
    [InlineData("\"replaycenter_official\":\"Brett Nansel\"", "\"replaycenter_official\":\" \"", "replaycenter_official is \" \"; accepted is a text that is not empty")]
    [InlineData("1626301", "202035", "Jason Goldenberg is listed twice on 2025-01-08")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Payload(Game());
        payload.ShouldContain(what);
        Parsing.Refusal("nba_referees", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void A_game_that_is_listed_twice_is_refused() => Parsing.Refusal("nba_referees", Payload(Game(), Game())).ShouldContain("game 0022400509 is listed twice");

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML; accepted is get-game-officials")]
    [InlineData("{\"nba\":[]}", "nba has no Table; it has no names at all, being a JSON Array")]
    [InlineData("{\"nba\":{\"Table\":", "is no JSON from byte")]
    [InlineData("", "it is empty; accepted is get-game-officials")]
    public void What_is_no_list_of_officials_is_refused(string payload, string says) => Parsing.Refusal("nba_referees", payload).ShouldContain(says);

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("nba_referees", Payload(Game())).ShouldBeGreaterThan(200);

    private static string MonthFirst(GameDate date) => $"{date.Month:00}/{date.Day:00}/{date.Year}";

    private static Reading<NbacRefereeGameAssignmentRow> Read(string payload) =>
        Parsing.Read<NbacRefereeGameAssignmentRow>("nba_referees", Form, payload);

    private static string Payload(params string[] games) => "{\"nba\":{\"Table\":{\"rows\":[" + string.Join(',', games) + """
        ]},"Table1":{"rows":[{"game_date":"01/08/2025","official_code":202035,"replaycenter_official":"Brett Nansel"},
        {"game_date":"01/08/2025","official_code":1626301,"replaycenter_official":"Jason Goldenberg"}]}}}
        """;

    private static string Game(string fourth = "\"official4\":null,\"official4_code\":null,\"official4_JNum\":null") => $$"""
        {"game_id":"0022400509","game_date":"01/08/2025","season":"22024","home_team_id":1610612739,"home_team_abbr":"CLE","away_team_id":1610612760,"away_team_abbr":"OKC",
         "official1":"John Goble","official1_code":101284,"official1_JNum":"10","official2":"Ray Acosta","official2_code":1626300,"official2_JNum":"54",
         "official3":"Robert Hussey","official3_code":1628480,"official3_JNum":"85",{{fourth}}}
        """;
}
