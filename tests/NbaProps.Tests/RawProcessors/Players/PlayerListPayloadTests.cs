using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Players;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Tests.RawProcessors.Players;

public sealed class PlayerListPayloadTests
{
    private static readonly string[] Headers =
    [
        "PERSON_ID", "PLAYER_LAST_NAME", "PLAYER_FIRST_NAME", "PLAYER_SLUG", "TEAM_ID", "TEAM_ABBREVIATION", "JERSEY_NUMBER", "POSITION", "HEIGHT", "WEIGHT",
        "COLLEGE", "COUNTRY", "DRAFT_YEAR", "DRAFT_ROUND", "DRAFT_NUMBER", "ROSTER_STATUS", "FROM_YEAR", "TO_YEAR",
    ];

    [SkippableFact]
    public void Every_player_of_the_reference_parse_is_a_row()
    {
        var rows = Read(Parsing.Bytes("payloads/nba_player_list/playerindex.json.gz")).Rows;
        var set = Parsing.Shared("payloads/nba_player_list/reference_parse.json.gz").GetProperty("resultSets")[0];
        var headers = set.GetProperty("headers").EnumerateArray().Select(header => header.GetString()!).ToArray();
        var players = set.GetProperty("rowSet").EnumerateArray().Select(row => headers.Zip(row.EnumerateArray()).ToDictionary(cell => cell.First, cell => cell.Second)).ToArray();

        players.Length.ShouldBe(594);
        rows.ShouldObeyTheirTable();
        rows.Select(Facts).ShouldBe(players.Select(Facts));
        rows.ShouldAllBe(row => row.NameKey == NameKey.From(row.PlayerName) && row.Season == new Season(2025) && row.GameDate == new GameDate(2025, 1, 8) && row.Source == "nba_player_list");
        rows.Count(row => row.JerseyNumber == null).ShouldBe(31);
        rows.Single(row => row.NameKey.Value == "igor milicic").PlayerName.ShouldBe("Igor Miličić, Jr.");
    }

    [Fact]
    public void The_day_is_the_one_it_was_captured_for()
    {
        using var payload = PayloadDocument.Parse("list", System.Text.Encoding.UTF8.GetBytes(List(Player())));
        PlayerListPayload.Read(payload.Root, new GameDate(2025, 2, 1), Parsing.AsOf).Rows.Single().GameDate.ShouldBe(new GameDate(2025, 2, 1));
        PlayerListPayload.Read(payload.Root, new GameDate(2025, 2, 1).At(26)).Rows.Single().GameDate.ShouldBe(new GameDate(2025, 2, 2));
    }

    [Theory]
    [InlineData("0", "\"\"")]
    [InlineData("0", "null")]
    [InlineData("null", "null")]
    public void A_free_agent_has_no_team(string id, string letters) => Read(List(Player(team: id, letters: letters))).Rows.Single().Team.ShouldBeNull();

    [Fact]
    public void What_is_not_stated_is_missing()
    {
        var row = Read(List("""[1,"Nene","",null,1610612752,"NYK","",null,null," ",null,null,null,0,null,null,null,null]""")).Rows.Single();
        (row.PlayerName, row.NameKey.Value, row.PlayerSlug, row.JerseyNumber, row.Position).ShouldBe(("Nene", "nene", null, null, null));
        (row.HeightInches, row.WeightPounds, row.DraftYear, row.DraftRound, row.DraftNumber, row.FromYear, row.ToYear).ShouldBe((null, null, null, null, null, null, null));
        (row.OnRoster, row.College, row.Country).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_player_of_a_team_that_is_none_of_the_thirty_is_left_out_with_the_reason() =>
        Read(List(Player(team: "1610610034", letters: "\"BLB\""))).LeftOut.ShouldBe(["1630173: of team 1610610034, none of the thirty"]);

    [Theory]
    [InlineData("\"LeagueID\":\"00\"", "\"LeagueID\":\"10\"", "parameters.LeagueID is \"10\"; accepted is 00, the NBA")]
    [InlineData("\"2025-26\"", "\"2025\"", "parameters.Season is \"2025\"; accepted is a season such as 2025-26")]
    [InlineData("[1630173", "[\"1630173\"", "row 1, PERSON_ID is \"1630173\"; accepted is a whole number from 1")]
    [InlineData("\"Achiuwa\",\"Precious\"", "\".\",null", "row 1, PLAYER_LAST_NAME is \".\"; accepted is a name with a letter in it")]
    [InlineData("\"NYK\"", "\"BOS\"", "row 1, TEAM_ABBREVIATION is \"BOS\"; accepted is NYK, as its id says")]
    [InlineData("1610612752", "0", "row 1, TEAM_ABBREVIATION is \"NYK\"; accepted is nothing, since there is no team id")]
    [InlineData("\"6-8\"", "\"6-12\"", "row 1, HEIGHT is \"6-12\"; accepted is feet and inches such as 6-8")]
    [InlineData("\"6-8\"", "80", "row 1, HEIGHT is 80; accepted is a text")]
    [InlineData("\"243\"", "\"243 lb\"", "row 1, WEIGHT is \"243 lb\"; accepted is digits in a text from 90 to 500")]
    [InlineData("1.0,\"2020\"", "2,\"2020\"", "row 1, ROSTER_STATUS is 2; accepted is a whole number from 0 to 1")]
    [InlineData("\"HEIGHT\"", "\"TALLNESS\"", "header HEIGHT is missing")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = List(Player());
        payload.ShouldContain(what);
        Parsing.Refusal("nba_player_list", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void A_player_who_is_listed_twice_is_refused() => Parsing.Refusal("nba_player_list", List(Player(), Player())).ShouldContain("player 1630173 is listed twice");

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML; accepted is playerindex")]
    [InlineData("{\"resultSets\":[]}", "it is JSON with resultSets at its root; accepted is playerindex")]
    [InlineData("{\"parameters\":{},\"resultSets\":[{\"name\":\"PlayerIndex\"}]}", "parameters has no LeagueID")]
    [InlineData("{\"resultSets\":[{\"name\":", "is no JSON from byte")]
    public void What_is_no_list_of_players_is_refused(string payload, string says) => Parsing.Refusal("nba_player_list", payload).ShouldContain(says);

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("nba_player_list", List(Player())).ShouldBeGreaterThan(200);

    private static string Facts(NbacPlayerListCurrentRow row) => string.Join('|', (object?[])
    [
        row.PlayerId, row.PlayerName, row.PlayerSlug, row.Team, row.JerseyNumber, row.Position, row.HeightInches, row.WeightPounds, row.College, row.Country,
        row.DraftYear, row.DraftRound, row.DraftNumber, row.OnRoster, row.FromYear, row.ToYear,
    ]);

    // Two facts are not taken as they stand: an empty jersey number (P.J. Tucker) and a draft round 0 (T.J. McConnell, who was not drafted) are missing.
    private static string Facts(Dictionary<string, JsonElement> player)
    {
        var height = player["HEIGHT"].GetString()?.Split('-').Select(int.Parse).ToArray();
        return string.Join('|', (object?[])
        [
            player["PERSON_ID"], $"{player["PLAYER_FIRST_NAME"]} {player["PLAYER_LAST_NAME"]}", player["PLAYER_SLUG"], player["TEAM_ABBREVIATION"], player["JERSEY_NUMBER"], player["POSITION"],
            height is null ? null : (height[0] * 12) + height[1], player["WEIGHT"], player["COLLEGE"], player["COUNTRY"],
            player["DRAFT_YEAR"], $"{player["DRAFT_ROUND"]}" is "0" ? null : player["DRAFT_ROUND"], player["DRAFT_NUMBER"], player["ROSTER_STATUS"].GetDouble() == 1,
            player["FROM_YEAR"], player["TO_YEAR"],
        ]);
    }

    private static Reading<NbacPlayerListCurrentRow> Read(byte[] payload) => Parsing.Read<NbacPlayerListCurrentRow>("nba_player_list", "playerindex", payload);

    private static Reading<NbacPlayerListCurrentRow> Read(string payload) => Read(System.Text.Encoding.UTF8.GetBytes(payload));

    private static string List(params string[] players) =>
        "{\"parameters\":{\"LeagueID\":\"00\",\"Season\":\"2025-26\"},\"resultSets\":[{\"name\":\"PlayerIndex\",\"headers\":[\""
        + string.Join("\",\"", Headers) + "\"],\"rowSet\":[" + string.Join(',', players) + "]}]}";

    private static string Player(string team = "1610612752", string letters = "\"NYK\"") =>
        $"[1630173,\"Achiuwa\",\"Precious\",\"precious-achiuwa\",{team},{letters},\"5\",\"F\",\"6-8\",\"243\",\"Memphis\",\"Nigeria\",2020,1,20,1.0,\"2020\",\"2025\"]";
}
