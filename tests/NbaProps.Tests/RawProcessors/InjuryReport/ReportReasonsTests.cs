namespace NbaProps.Tests.RawProcessors.InjuryReport;

/// <summary>A reason of several lines: the player's line stands in its middle, without a piece of it when their number is even.</summary>
public sealed class ReportReasonsTests
{
    [Fact]
    public void A_reason_of_two_lines_stands_above_and_below_its_player() =>
        Reasons(Spurs().Piece("Injury/Illness - Right Forearm;").Player("Baker, Bob", blank: false).Piece("Contusion", blank: true).Player("Cook, Carl", reason: "Rest"))
            .ShouldBe(["Able=Rest", "Baker=Injury/Illness - Right Forearm; Contusion", "Cook=Rest"]);

    [Fact]
    public void A_reason_of_three_lines_has_its_middle_beside_its_player() =>
        Reasons(Spurs().Piece("one").Player("Baker, Bob", reason: "two", blank: false).Piece("three", blank: true)).ShouldBe(["Able=Rest", "Baker=one two three"]);

    [Fact]
    public void A_reason_of_four_lines_stands_half_above_and_half_below() =>
        Reasons(Spurs().Piece("one").Piece("two").Player("Baker, Bob", blank: false).Piece("three").Piece("four", blank: true)).ShouldBe(["Able=Rest", "Baker=one two three four"]);

    [Fact]
    public void The_first_player_of_a_game_may_have_a_reason_of_several_lines() =>
        Reasons(Spurs().Piece("one").Line("01/05/2024", "08:00 (ET)", "CHA@CHI", "Charlotte Hornets", "Baker, Bob", "Out", blank: false).Piece("two", blank: true))
            .ShouldBe(["Able=Rest", "Baker=one two"]);

    [Fact]
    public void Without_blank_lines_as_many_pieces_are_below_a_player_as_above() =>
        Reasons(Spurs().Piece("one").Player("Baker, Bob", blank: false).Piece("two").Player("Cook, Carl", reason: "Rest", blank: false)
            .Piece("three").Piece("four").Player("Dean, Dan", blank: false).Piece("five").Piece("six").Piece("seven").Player("East, Ed", reason: "eight", blank: false).Piece("nine", blank: true))
            .ShouldBe(["Able=Rest", "Baker=one two", "Cook=Rest", "Dean=three four five six", "East=seven eight nine"]);

    [Fact]
    public void A_reason_goes_on_over_the_end_of_a_page() =>
        Reasons(Spurs().Piece("one").Player("Baker, Bob", blank: true).NewPage().Piece("two", blank: true).Player("Cook, Carl", reason: "Rest"))
            .ShouldBe(["Able=Rest", "Baker=one two", "Cook=Rest"]);

    [Fact]
    public void A_reason_begins_before_the_end_of_a_page() =>
        Reasons(Spurs().Piece("one", blank: true).NewPage().Player("Baker, Bob", blank: false).Piece("two", blank: true))
            .ShouldBe(["Able=Rest", "Baker=one two"]);

    [Fact]
    public void A_reason_of_which_it_cannot_be_told_whose_it_is_is_nobodys_and_is_named()
    {
        var read = Spurs().Piece("one").Player("Baker, Bob", reason: "half", blank: false).Player("Cook, Carl", blank: false).Piece("two", blank: true).Read();
        read.Rows.Select(row => (row.PlayerName, row.Reason, row.ReasonCategory)).ShouldBe([("Able, Adam", "Rest", NbaProps.Domain.Injuries.AbsenceCategory.Rest), ("Baker, Bob", null, null), ("Cook, Carl", null, null)]);
        read.LeftOut.ShouldBe(["line 7: the reason 'one' is of no one player", "line 10: the reason 'two' is of no one player"]);
    }

    [Fact]
    public void More_pieces_above_the_last_player_than_below_are_nobodys()
    {
        var read = Spurs().Piece("one").Player("Baker, Bob", blank: false).Piece("two").Piece("three").Player("Cook, Carl", blank: true).Read();
        read.Rows.Select(row => row.Reason).ShouldBe(["Rest", null, null]);
        read.LeftOut.Count.ShouldBe(3);
    }

    [Fact]
    public void A_reason_without_a_player_is_named()
    {
        var read = Spurs().Piece("one", blank: true).Player("Baker, Bob", reason: "Rest").Read();
        read.Rows.Count.ShouldBe(2);
        read.LeftOut.ShouldBe(["line 7: the reason 'one' is of no one player"]);
    }

    private static ReportText Spurs() => ReportText.OfSanAntonio();

    private static IEnumerable<string> Reasons(ReportText report)
    {
        var read = report.Read();
        read.LeftOut.ShouldBeEmpty();
        return read.Rows.Select(row => $"{row.PlayerName.Split(',')[0]}={row.Reason}");
    }
}
