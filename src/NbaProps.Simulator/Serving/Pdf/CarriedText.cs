using System.Buffers.Text;
using System.Text;

using NbaProps.Shared.Objects;

namespace NbaProps.Simulator.Serving.Pdf;

/// <summary>
/// Takes the text out of PDFs that carry it, as the simulated league's do: what pdftotext says, line for line, without starting it; how many
/// spaces part two columns may differ. A document of anybody else's carries none.
/// </summary>
public sealed class CarriedText : IPdfText
{
    /// <summary>Name of the object that holds the text.</summary>
    internal const string Mark = "NbaPropsText";

    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes($"/Type /{Mark} /Length ");

    /// <inheritdoc/>
    public Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(pdf.Span));
    }

    /// <summary>The text of pages as pdftotext writes it: lines end with a line feed, pages with a form feed.</summary>
    internal static string Of(IEnumerable<TextPage> pages) => string.Concat(pages.Select(page => string.Concat(page.Lines.Select(line => line.TrimEnd() + "\n")) + "\f"));

    /// <summary>The text of a document, or why there is none.</summary>
    internal static PdfText Read(ReadOnlySpan<byte> pdf)
    {
        var start = pdf.StartsWith("%PDF-"u8) ? pdf.IndexOf(Beginning) : -1;
        if (start < 0)
        {
            return new PdfText.Damaged("it carries no text");
        }

        var rest = pdf[(start + Beginning.Length)..];
        if (!Utf8Parser.TryParse(rest, out int length, out var digits) || !rest[digits..].StartsWith(" >>\nstream\n"u8))
        {
            return new PdfText.Damaged("the text that it carries has no beginning");
        }

        var text = rest[(digits + " >>\nstream\n"u8.Length)..];
        return length >= 0 && length < text.Length && text[length..].StartsWith("\nendstream"u8) && pdf.TrimEnd("\r\n"u8).EndsWith("%%EOF"u8)
            ? new PdfText.Extracted(Encoding.UTF8.GetString(text[..length]))
            : new PdfText.Damaged("it is cut off");
    }
}
