using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.RawProcessors.Gamebook;

public sealed class GamebookTextTests
{
    [Fact]
    public void A_whole_gamebook_is_read_without_errors()
    {
        var gamebook = GamebookRendering.Open(GamebookRendering.Small);
        gamebook.Errors.Errors.ShouldBeEmpty();
        gamebook.Lines.Select(line => $"{line.Team} {line.PlayerStatus.ToStorageName()} {line.JerseyNumber ?? "-"} {line.PlayerName} {line.Position ?? "-"}").ShouldBe(
        [
            "MEM active 45 Dan Dean Jr. F", "MEM active 0 Ed East -", "MEM dnp 00 Fred First -", "MEM dnd 8 Gus Ginn -", "MEM nwt 9 Hal Holt -", "CLE active 1 Ian Idle G",
            "MEM inactive - Jones -", "MEM inactive - Kline Jr. -", "MEM inactive - Moss -",
        ]);
        gamebook.Lines.Where(line => line.PlayerStatus != GamebookStatus.Active).Select(line => (line.Reason, line.ReasonCategory)).ShouldBe(
        [
            ("Coach's Decision", AbsenceCategory.Other), ("Injury/Illness - Left Knee; Sprain", AbsenceCategory.InjuryIllness), ("Personal", AbsenceCategory.Personal),
            ("Injury/Illness - Left Knee, Right Knee; Sprain", AbsenceCategory.InjuryIllness), ("G League - Two-Way", AbsenceCategory.GLeague), ("Rest", AbsenceCategory.Rest),
        ]);
    }

    [Fact]
    public void A_players_line_is_read_exactly()
    {
        var line = GamebookRendering.Open(GamebookRendering.Small).Lines[0];
        (line.GameDate, line.Team, line.Opponent, line.IsHome, line.NameKey.Value).ShouldBe((new GameDate(2024, 4, 10), TeamTricode.Parse("MEM"), TeamTricode.Parse("CLE"), false, "dan dean"));
        (line.SecondsPlayed, line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreePointersMade, line.ThreePointersAttempted).ShouldBe((2142, 7, 21, 2, 10));
        (line.FreeThrowsMade, line.FreeThrowsAttempted, line.OffensiveRebounds, line.DefensiveRebounds, line.Rebounds).ShouldBe((6, 6, 0, 2, 2));
        (line.Assists, line.PersonalFouls, line.Steals, line.Turnovers, line.Blocks, line.PlusMinus, line.Points).ShouldBe((2, 2, 2, 1, 1, -13, 22));
    }

    [Fact]
    public void The_games_facts_are_read_exactly()
    {
        var facts = GamebookRendering.Open(GamebookRendering.Small).Facts;
        (facts.Arena, facts.City, facts.State, facts.DurationMinutes, facts.Attendance, facts.Sellout).ShouldBe(("Some Arena", "Cleveland", "OH", 130, 19_432, true));
        facts.Officials.Select(one => one.ToString()).ShouldBe(["#24 Anna Able", "#36 Bob Baker", "#41 Carl Cook"]);
    }

    [Fact]
    public void A_place_without_a_date_is_read_and_the_date_is_missing()
    {
        var gamebook = With("Wednesday, April 10, 2024 ", "");
        (gamebook.Facts.Arena, gamebook.Facts.GameDate, gamebook.Lines[0].GameDate).ShouldBe(("Some Arena", null, null));
        gamebook.Errors.Errors.ShouldBe(["game_metadata: 'Some Arena, Cleveland, OH' has no date; accepted is one such as April 10, 2024 before the arena"]);
    }

    [Fact]
    public void An_arena_that_is_not_sold_out_says_so() => With(" (Sellout)", "").Facts.Sellout.ShouldBe(false);

    [Fact]
    public void Both_lists_may_stand_in_one_line()
    {
        var gamebook = With("\nInactive: Cavaliers - None", " Inactive: Cavaliers - Nash (Rest)");
        gamebook.Errors.Errors.ShouldBeEmpty();
        gamebook.Lines.TakeLast(2).Select(line => (line.Team.Value, line.PlayerName, line.Reason)).ShouldBe([("MEM", "Moss", "Rest"), ("CLE", "Nash", "Rest")]);
    }

    [Fact]
    public void A_list_without_reasons_is_read()
    {
        var lines = With("Cavaliers - None", "Cavaliers - Nash, Otis Jr.").Lines.TakeLast(2).ToArray();
        lines.Select(line => (line.PlayerName, line.NameKey.Value, line.Reason, line.ReasonCategory)).ShouldBe([("Nash", "nash", null, null), ("Otis Jr.", "otis", null, null)]);
    }

    [Fact]
    public void Columns_may_be_wide_apart() =>
        GamebookRendering.Open(GamebookRendering.Small.Replace(" F 35:42 7 21", "      F   35:42    7    21", StringComparison.Ordinal)).Lines[0].Points.ShouldBe(22);

    [Fact]
    public void The_tables_of_halves_and_quarters_are_not_read()
    {
        var gamebook = GamebookRendering.Open($"{GamebookRendering.Small}\n\f{GamebookRendering.Small.Replace(" 22\n", " 21\n", StringComparison.Ordinal)}");
        (gamebook.Lines.Count, gamebook.Errors.Errors.Count).ShouldBe((9, 0));
    }

    [Fact]
    public void The_catalog_reads_a_game_and_its_players_and_tells_what_is_left_out()
    {
        using var payload = new RawPayload("gamebooks/test.pdf", System.Text.Encoding.UTF8.GetBytes(GamebookRendering.Small.Replace("#41 ", "41 ", StringComparison.Ordinal)));
        var read = PayloadCatalog.FormatOf("nba_gamebook", payload).Read(payload, DateTimeOffset.UnixEpoch);
        read.Rows[0].ShouldBeOfType<GamebookFacts>().Officials.Count.ShouldBe(2);
        read.Rows.Skip(1).ShouldAllBe(row => row is GamebookLine);
        read.LeftOut.ShouldBe(["officials_parsing: '41 Carl Cook' is no official; accepted is '#24 Some Name'"]);
    }

    [Theory]
    [InlineData("VISITOR: Memphis Grizzlies", "VISITOR: Memphis Bears", "line 5 is 'VISITOR: Memphis Bears (27-53)'; accepted is one of the thirty teams")]
    [InlineData("HOME: Cleveland Cavaliers", "HOME: Memphis Grizzlies", "accepted is another team than the visitor, MEM")]
    [InlineData("HOME: Cleveland", "AT: Cleveland", "has no line that begins with HOME:")]
    public void A_gamebook_without_its_two_teams_is_refused(string what, string instead, string says) =>
        Should.Throw<PermanentException>(() => With(what, instead)).Message.ShouldContain(says);

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML")]
    [InlineData("{\"error\":1}", "it is JSON with error at its root")]
    [InlineData("", "it is empty")]
    [InlineData("Injury Report: 01/04/24 12:30 PM", "it is none of JSON, PDF, HTML")]
    public void Something_else_is_no_gamebook(string content, string says)
    {
        using var payload = new RawPayload("gamebooks/test.pdf", System.Text.Encoding.UTF8.GetBytes(content));
        Should.Throw<PermanentException>(() => PayloadCatalog.FormatOf("nba_gamebook", payload)).Message.ShouldContain(says);
    }

    private static GamebookReading With(string what, string instead)
    {
        GamebookRendering.Small.ShouldContain(what);
        return GamebookRendering.Open(GamebookRendering.Small.Replace(what, instead, StringComparison.Ordinal));
    }
}
