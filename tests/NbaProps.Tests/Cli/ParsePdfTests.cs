using System.CommandLine;
using System.Text;

using NbaProps.Cli.Commands;
using NbaProps.Shared.Objects;
using NbaProps.Tests.RawProcessors.Gamebook;
using NbaProps.Tests.RawProcessors.InjuryReport;

namespace NbaProps.Tests.Cli;

/// <summary>A PDF becomes text before it is read, where its source sends PDFs.</summary>
public sealed class ParsePdfTests : InProcess
{
    [Fact]
    public async Task A_report_becomes_rows()
    {
        var answer = await ParseAsync("nba_injury_report", new PdfText.Extracted(ReportText.OfSanAntonio().ToString()));
        answer.Code.ShouldBe(ExitCodes.Done);
        answer.Output.ShouldContain("Able, Adam");
        answer.Output.ShouldContain("nba_injury_report, the text of an injury report: 1 rows, 0 left out");
    }

    [Fact]
    public async Task A_gamebook_becomes_a_game_and_its_players()
    {
        var answer = await ParseAsync("nba_gamebook", new PdfText.Extracted(GamebookRendering.Small));
        answer.Code.ShouldBe(ExitCodes.Done);
        answer.Output.ShouldContain("#24 Anna Able, #36 Bob Baker, #41 Carl Cook");
        answer.Output.ShouldContain("nwt");
        answer.Output.ShouldContain("nba_gamebook, the text of a gamebook: 10 rows, 0 left out");
    }

    [Fact]
    public async Task A_tool_that_is_missing_is_one_line_with_what_to_do()
    {
        var answer = await ParseAsync("nba_injury_report", new PdfText.ToolMissing("pdftotext", "install poppler-utils"));
        answer.Code.ShouldBe(ExitCodes.Failed);
        answer.OneLine().ShouldEndWith("report.pdf: is a PDF, and pdftotext, which reads PDFs, is not installed: install poppler-utils");
    }

    [Fact]
    [Trait("Incident", "O-08")]
    public async Task A_damaged_PDF_is_one_line() =>
        (await ParseAsync("nba_injury_report", new PdfText.Damaged("no trailer"))).OneLine().ShouldEndWith("report.pdf: is a damaged PDF: no trailer");

    [Fact]
    public async Task A_PDF_that_takes_too_long_is_one_line() =>
        (await ParseAsync("nba_gamebook", new PdfText.TimedOut(TimeSpan.FromSeconds(30)))).OneLine().ShouldEndWith("report.pdf: is a PDF that could not be read within 30 seconds");

    [Fact]
    public async Task A_PDF_of_a_source_that_sends_none_is_not_opened() =>
        (await ParseAsync("nba_schedule", new PdfText.Damaged("opened"))).OneLine().ShouldContain("is no payload of nba_schedule: it is a PDF; accepted is scheduleLeagueV2");

    private async Task<Answer> ParseAsync(string source, PdfText text)
    {
        var path = Folder.Of("report.pdf");
        await File.WriteAllTextAsync(path, "%PDF-1.4\n", Encoding.ASCII);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var root = new RootCommand { ParseCommand.Command };
        var code = await ParseCommand.RunAsync(new CommandContext(root.Parse(["parse", source, path]), output, errors), new Answering(text), CancellationToken.None);
        return new Answer(code, output.ToString(), errors.ToString());
    }

    private sealed class Answering(PdfText text) : IPdfText
    {
        public Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken) => Task.FromResult(text);
    }
}
