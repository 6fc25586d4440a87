using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.Hosting.Documents;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.InjuryReport;

public sealed class InjuryReportProcessorTests
{
    private const string League = "nba_injury_report";
    private const string BallDontLie = "balldontlie_injuries";
    private const string Espn = "espn_injuries";
    private static readonly GameDate Date = new(2024, 1, 4);
    private static readonly GameId Game = GameId.Parse("0022300485");
    private static readonly InjuryReportProcessor Processor = new();

    [SkippableFact]
    public async Task The_real_report_is_rows_of_the_dates_games_alone()
    {
        var pdf = await File.ReadAllBytesAsync(SharedData.Require("payloads/nba_injury_report/Injury-Report_2024-01-04_12PM.pdf"));
        var text = await new PdfToText(TimeProvider.System).ReadAsync(pdf, CancellationToken.None);
        Skip.If(text is PdfText.ToolMissing, "pdftotext is not installed.");
        var report = text.ShouldBeOfType<PdfText.Extracted>().Text;
        var lines = ReportText.Read(report).Rows;

        var run = Run(Inputs().WithCapture(League, Date.At(13), pdf).WithCapture(League, Date.At(13), report));

        run.Rows.Select(row => (row.Team, row.NameKey, row.PlayerName, row.InjuryStatus, row.Reason, row.GameTime))
            .ShouldBe(lines.Where(line => line.GameDate == Date).Select(line => (line.Team, line.NameKey, line.PlayerName, line.Status.ToStorageName(), line.Reason, (string?)line.GameTime)), ignoreOrder: true);
        run.Rows.ShouldAllBe(row => row.Source == "nba_injury_report" && row.ReportAt == new DateTimeOffset(2024, 1, 4, 17, 30, 0, TimeSpan.Zero));
        run.Rows.Where(row => row.HomeTeam.Value == "SAS").ShouldAllBe(row => row.GameId == Game);
        run.Reason.ShouldContain("lines of the newest report are no players");
        Processor.Compute(Inputs().WithCapture(League, Date.At(13), report), Runs.Of(Date.AddDays(7))).State.ShouldBe(RunState.NoData);
    }

    [Fact]
    public void Every_report_adds_its_rows_and_captured_again_it_is_one_report()
    {
        var first = ReportText.OfSanAntonio().ToString();
        var second = first.Replace("01/04/24 12:30 PM", "01/04/24 05:30 PM", StringComparison.Ordinal).Replace("Out ", "Available ", StringComparison.Ordinal);
        var again = first.Replace("Rest", "Personal Reasons", StringComparison.Ordinal);

        var run = Run(Inputs().WithCapture(League, Date.At(12), first).WithCapture(League, Date.At(13), again).WithCapture(League, Date.At(18), second));

        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 2));
        run.Rows.Select(row => (row.ReportAt, row.InjuryStatus, row.Reason, row.ReasonCategory)).ShouldBe(
            [(Date.At(12, 30), "out", "Personal Reasons", "personal"), (Date.At(17, 30), "available", "Rest", "rest")]);
        run.Rows.ShouldAllBe(row => row.GameId == Game && row.NameKey.Value == "adam able" && row.PlayerId == null);
    }

    [Fact]
    public void Balldontlie_stands_in_with_its_own_word_and_the_moment_of_its_capture()
    {
        var run = Run(Inputs().WithCapture(BallDontLie, Date.At(10), Absences(("Adam", "Able", 27, "Day-To-Day"), ("Bob", "Baker", 1, "Out"), ("Carl", "Cook", 27, "Gone Fishing"))));

        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("Carl Cook (SAS) is 'Gone Fishing'; accepted are Available, Probable, Day-To-Day");
        var row = run.Rows.ShouldHaveSingleItem();
        (row.Source, row.Team.Value, row.NameKey.Value, row.InjuryStatus, row.Reason).ShouldBe(("balldontlie", "SAS", "adam able", "day_to_day", "Jan 2: he is hurt"));
        (row.ReportAt, row.GameId, row.GameTime, row.ReasonCategory, row.AwayTeam.Value).ShouldBe((Date.At(10), Game, null, null, "MIL"));
    }

    [Fact]
    public void Espn_stands_in_and_of_several_injuries_the_gravest_decides()
    {
        var run = Run(Inputs().WithCapture(Espn, Date.At(10), Roster("SA", "Day-To-Day", "Out"), "SAS").WithCapture(Espn, Date.At(10), Roster("BOS", "Out"), "BOS"));

        var row = run.Rows.ShouldHaveSingleItem();
        (run.State, row.Source, row.InjuryStatus, row.Team.Value).ShouldBe((RunState.Succeeded, "espn", "out", "SAS"));
    }

    [Fact]
    public void The_league_that_comes_late_adds_its_rows_and_at_one_instant_it_is_heard_first()
    {
        var run = Run(Inputs()
            .WithCapture(BallDontLie, Date.At(12, 30), Absences(("Adam", "Able", 27, "Day-To-Day")))
            .WithCapture(Espn, Date.At(11), Roster("SA", "Out"), "SAS")
            .WithCapture(League, Date.At(13), ReportText.OfSanAntonio().ToString()));

        run.State.ShouldBe(RunState.Succeeded);
        run.Rows.Select(row => (row.Source, row.ReportAt)).ShouldBe([("nba_injury_report", Date.At(12, 30)), ("espn", Date.At(11))], ignoreOrder: true);
    }

    [Fact]
    public void A_bad_payload_beside_good_ones_is_named_and_alone_it_fails_the_run()
    {
        var run = Run(Inputs().WithCapture(League, Date.At(12), ReportText.OfSanAntonio().ToString()).WithCapture(League, Date.At(18), "<html>blocked</html>"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 1));
        run.Reason.ShouldContain("nba_injury_report/");
        run.Reason.ShouldContain("accepted is");

        Should.Throw<PermanentException>(() => Run(Inputs().WithCapture(League, Date.At(18), "<html>blocked</html>"))).Message.ShouldStartWith("nba_injury_report/");
    }

    [Fact]
    public void A_game_that_the_schedule_does_not_have_is_named_and_its_rows_have_no_id()
    {
        var run = Processor.Compute(Inputs().With<NbacScheduleRow>([]).WithCapture(League, Date.At(13), ReportText.OfSanAntonio().ToString()), Runs.Of(Date));
        (run.State, run.Rows.Single().GameId).ShouldBe((RunState.Degraded, null));
        run.Reason.ShouldContain("the schedule of 2024-01-04 has no game MIL@SAS");
    }

    [Fact]
    public void A_pdf_without_its_text_and_a_list_of_nobody_are_findings()
    {
        Run(Inputs().WithCapture(League, Date.At(13), "%PDF-1.7 ...")).ShouldSatisfyAllConditions(
            run => run.State.ShouldBe(RunState.Degraded), run => run.Reason.ShouldContain("is a PDF without a text"));
        Run(Inputs().WithCapture(BallDontLie, Date.At(13), """{"data":[]}""")).ShouldSatisfyAllConditions(
            run => run.State.ShouldBe(RunState.Degraded), run => run.Reason.ShouldContain("nothing is in it"));
    }

    [Fact]
    public void Without_captures_there_is_no_data() => (Run(Inputs()).State, Run(Inputs()).Reason).ShouldBe((RunState.NoData, "no injury report was captured"));

    private static Computation<InjuryReportRow> Run(FakeInputs inputs) => Processor.Compute(inputs, Runs.Of(Date));

    private static FakeInputs Inputs() => new FakeInputs().WithoutCaptures(League, BallDontLie, Espn).With(
    [
        GameRows.Scheduled() with { GameDate = Date, GameId = Game, HomeTeam = TeamTricode.Parse("SAS"), AwayTeam = TeamTricode.Parse("MIL") },
    ]);

    private static string Absences(params (string First, string Last, int Team, string Status)[] players) => "{\"data\":[" + string.Join(',', players.Select((player, index) =>
        $$$"""{"player":{"id":{{{index + 1}}},"first_name":"{{{player.First}}}","last_name":"{{{player.Last}}}","team_id":{{{player.Team}}}},"return_date":null,"description":"Jan 2: he is hurt","status":"{{{player.Status}}}"}""")) + "]}";

    private static string Roster(string team, params string[] statuses) =>
        $$$"""{"team":{"abbreviation":"{{{team}}}","athletes":[{"id":"1","fullName":"Adam Able","injuries":[{{{string.Join(',', statuses.Select(Injury))}}}]},{"id":"2","fullName":"Will Well"}]}}""";

    private static string Injury(string status) => $$"""{"status":"{{status}}"}""";
}
