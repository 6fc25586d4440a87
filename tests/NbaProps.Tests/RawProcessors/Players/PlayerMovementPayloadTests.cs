using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Tests.RawProcessors.Players;

/// <summary>No real payload is to be had: these are made by hand from the documented shape.</summary>
public sealed class PlayerMovementPayloadTests
{
    [Fact]
    public void A_line_of_a_transaction_is_read_exactly()
    {
        var row = Read(List(Line())).Rows.Single();
        (row.TransactionDate, row.TransactionType, row.TransactionGroup, row.Team.Value, row.PlayerId!.Value.Id, row.PlayerSlug, row.AdditionalSort, row.Season).ShouldBe(
            (new GameDate(2025, 2, 2), "Trade", "Trade 2024036", "LAL", 1629029, "luka-doncic", 1610612742, new Season(2024)));
        (row.Description, row.Source, row.AsOf).ShouldBe(("Los Angeles Lakers received guard Luka Doncic from Dallas Mavericks.", "nba_player_movement", Parsing.AsOf));
        row.LineId.Length.ShouldBe(32);
    }

    [Fact]
    public void A_right_that_is_traded_is_a_line_without_a_player()
    {
        var row = Read(List(Line(player: "0.0", slug: "\"\""))).Rows.Single();
        (row.PlayerId, row.PlayerSlug).ShouldBe((null, null));
        Read(List(Line(player: "null", slug: "null"))).Rows.Single().ShouldBe(row);
    }

    [Fact]
    public void Lines_of_one_trade_are_rows_of_their_own_with_ids_that_stay()
    {
        var rows = Read(List(Line(), Line(player: "203076", slug: "\"anthony-davis\""), Line(team: "1610612742"))).Rows;
        rows.Count.ShouldBe(3);
        rows.ShouldObeyTheirTable();
        rows.Select(row => row.LineId).Distinct().Count().ShouldBe(3);
        Read(List(Line(team: "1610612742"))).Rows.Single().LineId.ShouldBe(rows[2].LineId);
    }

    [Fact]
    public void Repetitions_and_other_teams_are_left_out_with_their_reason() =>
        Read(List(Line(), Line(), Line(team: "0"))).LeftOut.ShouldBe(
        [
            "NBA_Player_Movement.rows[1] (Trade 2024036): says what an earlier line says",
            "NBA_Player_Movement.rows[2] (Trade 2024036): of team 0, none of the thirty",
        ]);

    [Theory]
    [InlineData("2025-02-02T00:00:00", "02/02/2025", "NBA_Player_Movement.rows[0].TRANSACTION_DATE is \"02/02/2025\"; accepted is a date such as 2024-01-15T00:00:00")]
    [InlineData("\"Transaction_Type\":\"Trade\"", "\"Transaction_Type\":\"\"", "Transaction_Type is \"\"; accepted is a text that is not empty")]
    [InlineData("\"TEAM_ID\":1610612747", "\"TEAM_ID\":\"LAL\"", "TEAM_ID is \"LAL\"; accepted is a whole number")]
    [InlineData("\"PLAYER_ID\":1629029.0", "\"PLAYER_ID\":-1", "PLAYER_ID is -1; accepted is a whole number from 0")]
    [InlineData("\"GroupSort\"", "\"Group\"", "NBA_Player_Movement.rows[0] has no GroupSort")]
    [InlineData("\"rows\"", "\"lines\"", "NBA_Player_Movement has no rows; it has lines")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = List(Line());
        payload.ShouldContain(what);
        Parsing.Refusal("nba_player_movement", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML; accepted is NBA_Player_Movement")]
    [InlineData("[]", "it is JSON with an array at its root; accepted is NBA_Player_Movement")]
    [InlineData("{\"NBA_Player_Movement\":{\"rows\":[", "is no JSON from byte")]
    public void What_is_no_list_of_transactions_is_refused(string payload, string says) => Parsing.Refusal("nba_player_movement", payload).ShouldContain(says);

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("nba_player_movement", List(Line())).ShouldBeGreaterThan(200);

    private static Reading<NbacPlayerMovementRow> Read(string payload) =>
        Parsing.Read<NbacPlayerMovementRow>("nba_player_movement", "NBA_Player_Movement", payload);

    private static string List(params string[] lines) => "{\"NBA_Player_Movement\":{\"rows\":[" + string.Join(',', lines) + "],\"columns\":[]}}";

    private static string Line(string team = "1610612747", string player = "1629029.0", string slug = "\"luka-doncic\"") => $$"""
        {"Transaction_Type":"Trade","TRANSACTION_DATE":"2025-02-02T00:00:00","TRANSACTION_DESCRIPTION":"Los Angeles Lakers received guard Luka Doncic from Dallas Mavericks.",
         "TEAM_ID":{{team}},"TEAM_SLUG":"lakers","PLAYER_ID":{{player}},"PLAYER_SLUG":{{slug}},"Additional_Sort":1610612742.0,"GroupSort":"Trade 2024036"}
        """;
}
