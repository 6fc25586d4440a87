using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.RawProcessors.InjuryReport;

public sealed class InjuryReportTextTests
{
    [Fact]
    public void A_line_is_read_exactly()
    {
        var row = new ReportText().Line("01/04/2024", "07:30 (ET)", "POR@LAC", "Portland Trail Blazers", "Duke Jr., David", "Questionable", "Injury/Illness - Left Knee; Soreness")
            .Read().Rows.Single();
        row.ShouldBe(new InjuryReportLine(
            new DateTimeOffset(2024, 1, 4, 17, 30, 0, TimeSpan.Zero), new GameDate(2024, 1, 4), "07:30", TeamTricode.Parse("POR"), TeamTricode.Parse("LAC"), TeamTricode.Parse("POR"),
            "Duke Jr., David", NbaProps.Domain.Players.NameKey.From("David Duke"), InjuryStatus.Questionable, "Injury/Illness - Left Knee; Soreness", AbsenceCategory.InjuryIllness));
    }

    [Fact]
    public void A_report_in_summer_time_is_four_hours_behind() =>
        ReportText.Read(ReportText.OfSanAntonio().ToString().Replace("01/04/24 12:30 PM", "04/10/24 12:05 AM", StringComparison.Ordinal))
            .Rows.Single().ReportAt.ShouldBe(new DateTimeOffset(2024, 4, 10, 4, 5, 0, TimeSpan.Zero));

    [Fact]
    public void All_thirty_teams_are_read_by_the_names_the_league_writes()
    {
        var report = new ReportText();
        foreach (var pair in TeamTricode.All.Chunk(2))
        {
            var matchup = $"{pair[0]}@{pair[1]}";
            report.Line("01/04/2024", "07:30 (ET)", matchup, TeamSpellings.FullName(pair[0]), $"Away, {pair[0]}", "Out", "Rest");
            report.NewPage().Line(team: TeamSpellings.FullName(pair[1]), player: $"Home, {pair[1]}", status: "Out", reason: "Rest");
        }

        var read = report.Read();
        read.LeftOut.ShouldBeEmpty();
        read.Rows.Select(row => row.Team).ShouldBe(TeamTricode.All);
        read.Rows.ShouldAllBe(row => row.PlayerName.EndsWith(row.Team.Value, StringComparison.Ordinal) && (row.Team == row.AwayTeam || row.Team == row.HomeTeam));
    }

    [Fact]
    public void What_is_not_repeated_holds_on_until_it_changes_and_over_pages()
    {
        var rows = ReportText.OfSanAntonio().NewPage().Player("Baker, Bob")
            .Line(time: "10:00 (ET)", matchup: "DEN@GSW", team: "Denver Nuggets", player: "Cook, Carl", status: "Out").NewPage()
            .Line(team: "Golden State Warriors", player: "Dean, Dan", status: "Out")
            .Line(matchup: "MEM@LAL", team: "Memphis Grizzlies", player: "East, Ed", status: "Out").Read().Rows;
        rows.Select(row => $"{row.GameTime} {row.AwayTeam}@{row.HomeTeam} {row.Team} {row.PlayerName}").ShouldBe(
        [
            "07:30 MIL@SAS SAS Able, Adam", "07:30 MIL@SAS SAS Baker, Bob", "10:00 DEN@GSW DEN Cook, Carl", "10:00 DEN@GSW GSW Dean, Dan", "10:00 MEM@LAL MEM East, Ed",
        ]);
    }

    [Theory]
    [InlineData("Available", "available")]
    [InlineData("Probable", "probable")]
    [InlineData("Questionable", "questionable")]
    [InlineData("Doubtful", "doubtful")]
    [InlineData("Out", "out")]
    public void Every_status_is_read(string written, string stored) =>
        ReportText.OfSanAntonio().Player("Baker, Bob", written).Read().Rows[1].Status.ToStorageName().ShouldBe(stored);

    [Fact]
    public void A_player_without_a_reason_has_none()
    {
        var row = ReportText.OfSanAntonio().Player("Baker, Bob", "Available").Read().Rows[1];
        (row.Reason, row.ReasonCategory).ShouldBe((null, null));
    }

    [Fact]
    public void A_report_without_games_has_no_rows()
    {
        var read = ReportText.Read($"{ReportText.Title}\n\nGame Date    Game Time    Matchup   Team   Player Name   Current Status   Reason\n\nPage 1 of 1\n\f");
        (read.Rows.Count, read.LeftOut.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_team_without_players_is_left_out_and_says_why()
    {
        var read = ReportText.OfSanAntonio().Line(team: "Milwaukee Bucks", reason: "NOT YET SUBMITTED").Line(matchup: "LAC@POR", team: "LA Clippers").Read();
        read.Rows.Count.ShouldBe(1);
        read.LeftOut.ShouldBe(["MIL of MIL@SAS on 2024-01-04: NOT YET SUBMITTED", "LAC of LAC@POR on 2024-01-04: no player is listed"]);
    }

    [Fact]
    public void A_game_against_a_foreign_club_is_left_out_and_named()
    {
        var read = ReportText.OfSanAntonio().Line(matchup: "NZB@UTA", team: "New Zealand Breakers", player: "Kiwi, Ken", status: "Out", reason: "Rest")
            .Line(team: "Utah Jazz", reason: "NOT YET SUBMITTED").Read();
        read.Rows.Single().PlayerName.ShouldBe("Able, Adam");
        read.LeftOut.ShouldBe(
            ["Kiwi, Ken, New Zealand Breakers of NZB@UTA on 2024-01-04: not between two of the thirty teams", "Utah Jazz of NZB@UTA on 2024-01-04: NOT YET SUBMITTED"],
            ignoreOrder: true);
    }

    [Fact]
    public void A_player_who_is_listed_twice_is_one_row()
    {
        var read = ReportText.OfSanAntonio().Player("Able, Adam", "Out", "Rest").Read();
        read.Rows.Count.ShouldBe(1);
        read.LeftOut.ShouldBe(["Able, Adam, San Antonio Spurs of MIL@SAS on 2024-01-04: is listed twice with the same words"]);
    }

    [Fact]
    public void A_player_who_is_listed_with_two_statuses_is_refused() =>
        Refusal(ReportText.OfSanAntonio().Player("Able, Adam", "Probable", "Rest").ToString()).ShouldContain("accepted is each player once: Able, Adam stands above with other words");

    [Theory]
    [InlineData("Out  ", "GTD  ", "line 5 is '01/04/2024 07:30 (ET) MIL@SAS San Antonio Spurs Able, Adam GTD Rest'; accepted is [Game Date]")]
    [InlineData("San Antonio Spurs", "San Antonio Spur ", "accepted is a line of Milwaukee Bucks or San Antonio Spurs, the teams of MIL@SAS")]
    [InlineData("San Antonio Spurs", "Utah Jazz        ", "accepted is a line of Milwaukee Bucks or San Antonio Spurs, the teams of MIL@SAS")]
    [InlineData("01/04/2024", "13/45/2024", "accepted is a date such as 01/04/2024")]
    [InlineData("01/04/2024", "          ", "whose date, time and teams (01/04/2024, 07:30 (ET), MIL@SAS) stand there or above")]
    [InlineData("07:30 (ET)", "          ", "whose date, time and teams")]
    [InlineData("07:30 (ET)", "27:30 (ET)", "whose date, time and teams")]
    [InlineData("MIL@SAS", "       ", "whose date, time and teams")]
    [InlineData("Able, Adam", "          ", "accepted is a line of Milwaukee Bucks or San Antonio Spurs")]
    [InlineData("Able, Adam", ".,        ", "accepted is a player's name before the status")]
    [InlineData("Player Name", "Player     ", "accepted is a line of a game")]
    [InlineData("12:30 PM", "25:30 PM", "line 1 is 'Injury Report: 01/04/24 25:30 PM'; accepted is a report that begins with a title such as Injury Report: 01/04/24 12:30 PM")]
    [InlineData("Page 1 of 1", "Page 1 of 2", "line 9 is 'Page 1 of 2'; accepted is Page 1 of 1 at the end of a page of a whole report")]
    public void What_is_not_as_it_must_be_is_named_with_its_line(string what, string instead, string says) =>
        Refusal(ReportText.OfSanAntonio().ToString().Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);

    [Fact]
    public void Pages_of_two_reports_are_refused()
    {
        var text = ReportText.OfSanAntonio().NewPage().Player("Baker, Bob").ToString();
        var second = text.LastIndexOf("12:30", StringComparison.Ordinal);
        Refusal(text.Remove(second, 5).Insert(second, "01:30")).ShouldContain("accepted is the title of the first page: a text is one report");
    }

    [Fact]
    public void A_report_that_was_cut_off_anywhere_is_refused()
    {
        var text = ReportText.OfSanAntonio().NewPage().Player("Baker, Bob", reason: "Rest").ToString().TrimEnd('\n', '\f');
        for (var length = 0; length < text.Length; length++)
        {
            Refusal(text[..length]).ShouldStartWith("reports/test.pdf: ");
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var payload = new NbaProps.RawProcessors.Formats.RawPayload("reports/test.pdf", new byte[] { (byte)'I', 0xFF });
        Should.Throw<PermanentException>(() => InjuryReportText.Read(payload)).Message.ShouldBe("reports/test.pdf: is no text in UTF-8 from byte 1 on");
    }

    private static string Refusal(string text) => Should.Throw<PermanentException>(() => ReportText.Read(text)).Message;
}
