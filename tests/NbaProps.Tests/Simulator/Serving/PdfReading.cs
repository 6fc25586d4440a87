using System.Text;

using NbaProps.Hosting.Documents;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Objects;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>Takes texts out of PDFs that are served, with and without the tool.</summary>
internal static class PdfReading
{
    /// <summary>The text that a PDF carries.</summary>
    public static async Task<string> CarriedAsync(byte[] pdf) =>
        (await new CarriedText().ReadAsync(pdf, CancellationToken.None)).ShouldBeOfType<PdfText.Extracted>().Text;

    /// <summary>The text by pdftotext; the test is skipped where it is not installed.</summary>
    public static async Task<string> ByToolAsync(byte[] pdf)
    {
        var text = await new PdfToText(TimeProvider.System).ReadAsync(pdf, CancellationToken.None);
        Skip.If(text is PdfText.ToolMissing, "pdftotext is not installed.");
        return text.ShouldBeOfType<PdfText.Extracted>().Text;
    }

    /// <summary>The text as a payload that <c>parse</c> recognises.</summary>
    public static RawPayload Payload(string source, string text)
    {
        var payload = new RawPayload("served.pdf", Encoding.UTF8.GetBytes(text));
        PayloadCatalog.FormatOf(source, payload).Source.ShouldBe(source);
        return payload;
    }

    /// <summary>The lines of a text, the cells of each parted by bars: how far apart columns stand, and where the first begins, is no part of what is said.</summary>
    public static string Cells(string text) => string.Join('\n', text.Split('\n').Select(line =>
        (line.StartsWith('\f') ? "\f" : "") + string.Join('|', line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));

    /// <summary>The lines of a text, with single spaces.</summary>
    public static string Words(string text) => string.Join('\n', text.Split('\n').Select(line =>
        (line.StartsWith('\f') ? "\f" : "") + string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
