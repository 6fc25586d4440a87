using NbaProps.RawProcessors.Gamebook;

namespace NbaProps.Tests.RawProcessors.Gamebook;

/// <summary>What cannot be read is an error of its section and no row; the rest is read.</summary>
public sealed class SectionErrorTests
{
    [Theory]
    [InlineData("Cleveland, OH", "Cleveland", "game_metadata", 9)]
    [InlineData("April 10, 2024", "Avril 10, 2024", "game_metadata", 9)]
    [InlineData("Game Duration: 2:10", "Game Duration: long", "game_metadata", 9)]
    [InlineData("Game Duration: 2:10", "Game Duration: 0:10", "game_metadata", 9)]
    [InlineData("Attendance: 19,432", "Attendance: many", "game_metadata", 9)]
    [InlineData("Officials:", "Referees:", "officials_parsing", 9)]
    [InlineData("#36 Bob Baker", "#3x Bob Baker", "officials_parsing", 9)]
    [InlineData("Ed East 01:50", "Ed East", "active_player_extraction", 8)]
    [InlineData("0 Ed East 01:50", "0 Dan Dean 01:50", "active_player_extraction", 8)]
    [InlineData("Ed East 01:50", "Ed East 101:50", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-13\n0", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-13 22 1\n0", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-13 x\n0", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-13 -22\n0", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-13 23\n0", "stat_line_parsing", 8)]
    [InlineData("-13 22\n0", "-1300 22\n0", "stat_line_parsing", 8)]
    [InlineData("35:42 7 21", "35:42 7 6", "stat_line_parsing", 8)]
    [InlineData("0 2 2 2 2 2 1 1 -13 22\n0", "0 2 3 2 2 2 1 1 -13 22\n0", "stat_line_parsing", 8)]
    [InlineData("00 Fred First DNP", "00 DNP", "dnp_extraction", 8)]
    [InlineData("00 Fred First DNP", "00 Ed East DNP", "dnp_extraction", 8)]
    [InlineData("8 Gus Ginn DND", "8 Ed East DND", "dnd_extraction", 8)]
    [InlineData("9 Hal Holt NWT", "9 Ed East NWT", "nwt_extraction", 8)]
    [InlineData("Inactive: Grizzlies - Jones", "Inactive: Bears - Jones", "inactive_player_extraction", 6)]
    [InlineData("Inactive: Cavaliers - None", "Inactive: Lakers - James (Rest)", "inactive_player_extraction", 9)]
    [InlineData("Inactive: Cavaliers - None", "Inactive: Cavaliers", "inactive_player_extraction", 9)]
    [InlineData("Moss (Rest)", "(Rest)", "individual_inactive_player", 8)]
    [InlineData("Moss (Rest)", "Moss (Rest", "individual_inactive_player", 8)]
    [InlineData("Moss (Rest)", "Moss (Rest) and more", "individual_inactive_player", 8)]
    public void What_cannot_be_read_is_counted_in_its_section_and_the_rest_is_read(string what, string instead, string section, int players)
    {
        GamebookRendering.Small.ShouldContain(what);
        var gamebook = GamebookRendering.Open(GamebookRendering.Small.Replace(what, instead, StringComparison.Ordinal));
        gamebook.Errors.Errors.ShouldHaveSingleItem().ShouldStartWith($"{section}: ");
        gamebook.Errors.Counts.Single(one => one.Errors > 0).Name.ShouldBe(section);
        gamebook.Lines.Count.ShouldBe(players);
    }

    [Fact]
    public void The_nine_sections_are_told_in_their_order() =>
        new SectionErrorTracker().Counts.Select(section => (section.Name, section.Errors, section.IsIncomplete)).ShouldBe(
        [
            ("game_metadata", 0, false), ("officials_parsing", 0, false), ("active_player_extraction", 0, false), ("stat_line_parsing", 0, false), ("dnp_extraction", 0, false),
            ("dnd_extraction", 0, false), ("nwt_extraction", 0, false), ("inactive_player_extraction", 0, false), ("individual_inactive_player", 0, false),
        ]);

    [Fact]
    public void A_section_with_five_errors_is_incomplete_and_the_others_are_not()
    {
        var errors = new SectionErrorTracker();
        for (var count = 1; count <= 5; count++)
        {
            errors.IsIncomplete(GamebookSection.StatLineParsing).ShouldBeFalse();
            errors.Record(GamebookSection.StatLineParsing, $"error {count}");
        }

        errors.Record(GamebookSection.GameMetadata, "another");
        errors.Counts.Where(section => section.IsIncomplete).ShouldHaveSingleItem().ShouldBe(new SectionErrors(GamebookSection.StatLineParsing, "stat_line_parsing", 5, true));
        errors.Errors.ShouldBe(["stat_line_parsing: error 1", "stat_line_parsing: error 2", "stat_line_parsing: error 3", "stat_line_parsing: error 4", "stat_line_parsing: error 5", "game_metadata: another"]);
    }

    [Fact]
    public void A_gamebook_of_damaged_lines_says_that_its_section_is_incomplete()
    {
        var damaged = string.Concat(Enumerable.Range(10, 5).Select(number => $"{number} Name Number{number} 10:00 1 2 3\n"));
        using var payload = new NbaProps.RawProcessors.Formats.RawPayload(
            "gamebooks/test.pdf", System.Text.Encoding.UTF8.GetBytes(GamebookRendering.Small.Replace("TOTALS", $"{damaged}TOTALS", StringComparison.Ordinal)));
        var read = GamebookText.Read(payload);
        read.Rows.Count.ShouldBe(10);
        read.LeftOut.Count.ShouldBe(6);
        read.LeftOut[^1].ShouldBe("stat_line_parsing is incomplete: 5 errors");
    }
}
