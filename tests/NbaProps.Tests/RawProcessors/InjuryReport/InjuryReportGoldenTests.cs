using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Injuries;
using NbaProps.Hosting.Documents;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.Shared.Objects;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.InjuryReport;

/// <summary>The real report of 2024-01-04, through the real tool. Skipped where the report or the tool is missing.</summary>
public sealed class InjuryReportGoldenTests
{
    [SkippableFact]
    public async Task Every_record_of_the_reference_is_a_row_with_all_its_facts()
    {
        var rows = (await RealAsync()).Rows;
        using var reference = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Require("payloads/nba_injury_report/reference_parse_2024-01-04.json")));
        var expected = reference.RootElement.GetProperty("records").EnumerateArray()
            .Select(record => string.Join('|', Fields.Select(field => record.GetProperty(field).GetString())))
            .ToArray();

        expected.Length.ShouldBe(14);
        rows.Select(Written).ShouldBe(expected);
        rows.ShouldAllBe(row => row.ReportAt == new DateTimeOffset(2024, 1, 4, 17, 30, 0, TimeSpan.Zero));
        var counts = reference.RootElement.GetProperty("parsing_stats").GetProperty("status_counts");
        foreach (var status in InjuryStatuses.All)
        {
            rows.Count(row => row.Status == status).ShouldBe(counts.GetProperty(status.ToReportName()).GetInt32());
        }
    }

    [SkippableFact]
    public async Task Teams_that_have_not_submitted_are_named_and_nobody_else_is_left_out()
    {
        // The reference has no word of them. Sixteen games of two days, of which three teams have submitted.
        var leftOut = (await RealAsync()).LeftOut;
        leftOut.Count.ShouldBe(29);
        leftOut.ShouldAllBe(one => one.EndsWith(": NOT YET SUBMITTED", StringComparison.Ordinal));
        leftOut.ShouldBeUnique();
        leftOut[0].ShouldBe("MIL of MIL@SAS on 2024-01-04: NOT YET SUBMITTED");
    }

    [SkippableFact]
    public async Task Reasons_are_of_the_right_kind() =>
        (await RealAsync()).Rows.GroupBy(row => row.ReasonCategory!.Value).ToDictionary(group => group.Key, group => group.Count()).ShouldBe(
            new Dictionary<AbsenceCategory, int> { [AbsenceCategory.InjuryIllness] = 7, [AbsenceCategory.GLeague] = 6, [AbsenceCategory.Suspension] = 1 }, ignoreOrder: true);

    private static readonly string[] Fields = ["date", "gametime", "matchup", "team", "player", "status", "reason"];

    private static string Written(InjuryReportLine row) => string.Join(
        '|',
        row.GameDate.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        $"{row.GameTime} (ET)",
        $"{row.AwayTeam}@{row.HomeTeam}",
        row.Team.Value,
        row.PlayerName,
        row.Status.ToReportName(),
        row.Reason);

    private static async Task<NbaProps.RawProcessors.Formats.Reading<InjuryReportLine>> RealAsync()
    {
        var pdf = await File.ReadAllBytesAsync(SharedData.Require("payloads/nba_injury_report/Injury-Report_2024-01-04_12PM.pdf"));
        var text = await new PdfToText(TimeProvider.System).ReadAsync(pdf, CancellationToken.None);
        Skip.If(text is PdfText.ToolMissing, "pdftotext is not installed.");
        return ReportText.Read(text.ShouldBeOfType<PdfText.Extracted>().Text);
    }
}
