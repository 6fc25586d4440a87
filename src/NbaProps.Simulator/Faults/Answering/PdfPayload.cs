using System.Text;

using NbaProps.Shared.Objects;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>The pages of a PDF that carries its text: taken out, changed, and printed again on the same paper.</summary>
internal static class PdfPayload
{
    /// <summary>Changes its lines one by one; a line keeps its length, or it may not fit.</summary>
    public static ServedAnswer ChangeLines(ServedAnswer answer, Func<string, string> change) => Change(answer, pages => pages.Select(page => new TextPage([.. page.Lines.Select(change)])));

    /// <summary>Changes its pages.</summary>
    public static ServedAnswer Change(ServedAnswer answer, Func<IEnumerable<TextPage>, IEnumerable<TextPage>> change)
    {
        if (CarriedText.Read(answer.Body.Span) is not PdfText.Extracted { Text: var text })
        {
            throw new ArgumentException("The PDF carries no text.", nameof(answer));
        }

        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries).Select(page => new TextPage(page.TrimEnd('\n').Split('\n')));
        return answer.With(PdfFile.Write(PaperOf(answer.Body.Span), [.. change(pages)]));
    }

    private static Paper PaperOf(ReadOnlySpan<byte> pdf) =>
        pdf.IndexOf(Encoding.ASCII.GetBytes(FormattableString.Invariant($"/MediaBox [0 0 {Paper.Report.Width} {Paper.Report.Height}]"))) >= 0 ? Paper.Report : Paper.Gamebook;
}
