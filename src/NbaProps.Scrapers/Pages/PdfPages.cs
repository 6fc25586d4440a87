using System.Text;

using NbaProps.Domain;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Pages;

/// <summary>A PDF and its text, each a payload: what reads it later needs neither the source nor the tool.</summary>
/// <param name="scraper">Name of the scraper.</param>
/// <param name="pdfs">What takes the text out.</param>
/// <param name="contract">What the text must have.</param>
internal sealed class PdfPages(string scraper, IPdfText pdfs, PdfContract contract)
{
    /// <summary>Name of the metadata that tells which payload a text was taken from, by its hash.</summary>
    public const string ExtractedFrom = "extracted-from";

    /// <summary>The PDF with its text behind it.</summary>
    /// <exception cref="TransientException">It is a page, is damaged, or could not be read in time: the next answer may be whole.</exception>
    /// <exception cref="PermanentException">The tool is not installed, or the text is not as it must be.</exception>
    public async Task<IReadOnlyList<FetchedPayload>> WithTextAsync(FetchedPayload pdf, string address, CancellationToken cancellationToken)
    {
        if (pdf.Bytes.Span[..Math.Min(1024, pdf.Bytes.Length)].IndexOf("%PDF-"u8) < 0)
        {
            throw new TransientException($"{scraper}: GET {address} answered with something that is no PDF; accepted is one");
        }

        return await pdfs.ReadAsync(pdf.Bytes, cancellationToken) switch
        {
            PdfText.Extracted text => Checked(pdf, text.Text, address),
            PdfText.ToolMissing missing => throw new PermanentException($"{scraper}: {missing.Tool} is not installed: {missing.Remedy}"),
            PdfText.Damaged damaged => throw new TransientException($"{scraper}: GET {address} answered with a damaged PDF: {damaged.Reason}"),
            PdfText.TimedOut late => throw new TransientException($"{scraper}: the PDF of {address} was not read within {late.After}"),
            var other => throw new InvalidOperationException($"Unknown text of a PDF: {other}."),
        };
    }

    private IReadOnlyList<FetchedPayload> Checked(FetchedPayload pdf, string text, string address)
    {
        contract.Check(scraper, address, text);
        return [pdf, TextOf(pdf, text)];
    }

    private static FetchedPayload TextOf(FetchedPayload pdf, string text) => new(
        Encoding.UTF8.GetBytes(text),
        new SortedDictionary<string, string>(pdf.Metadata.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [ExtractedFrom] = ContentHash.Of(pdf.Bytes.Span) });
}
