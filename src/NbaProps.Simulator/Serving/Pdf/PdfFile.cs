using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NbaProps.Simulator.Serving.Pdf;

/// <summary>Writes pages of letters of one width (Courier, which every reader has) as a PDF. The same pages are the same bytes.</summary>
internal sealed partial class PdfFile
{
    private const int Catalog = 1;
    private const int PageTree = 2;
    private const int Font = 3;
    private const int Carried = 4;
    private const int FirstPage = 5;

    private readonly Paper _paper;
    private readonly List<byte> _bytes = [];
    private readonly List<int> _offsets = [];

    private PdfFile(Paper paper) => _paper = paper;

    /// <summary>Writes a document. It carries its text, which <see cref="CarriedText"/> takes out again without any tool.</summary>
    /// <param name="paper">What it is printed on.</param>
    /// <param name="pages">One page or more.</param>
    /// <exception cref="ArgumentException">A page does not fit on the paper, or a letter has no code.</exception>
    public static byte[] Write(Paper paper, IReadOnlyList<TextPage> pages) => new PdfFile(paper).Write(pages);

    private byte[] Write(IReadOnlyList<TextPage> pages)
    {
        Put("%PDF-1.4\n");
        Put(Catalog, $"<< /Type /Catalog /Pages {PageTree} 0 R /{CarriedText.Mark} {Carried} 0 R >>");
        Put(PageTree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, index) => $"{FirstPage + (2 * index)} 0 R"))}] >>");
        Put(Font, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 255 "
            + $"/Widths [{string.Join(' ', Enumerable.Repeat("600", 224))}] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences {PdfLetters.Differences} >> >>");
        Begin(Carried);
        var text = Encoding.UTF8.GetBytes(CarriedText.Of(pages));
        Put($"<< /Type /{CarriedText.Mark} /Length {text.Length} >>\nstream\n");
        _bytes.AddRange(text);
        Put("\nendstream\nendobj\n");
        foreach (var (index, page) in pages.Index())
        {
            var number = FirstPage + (2 * index);
            Put(number, $"<< /Type /Page /Parent {PageTree} 0 R /MediaBox [0 0 {_paper.Width} {_paper.Height}] /Resources << /Font << /F {Font} 0 R >> >> /Contents {number + 1} 0 R >>");
            var content = ContentOf(page);
            Put(number + 1, $"<< /Length {content.Length} >>\nstream\n{content}endstream");
        }

        var table = _bytes.Count;
        Put($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        Put(string.Concat(_offsets.Select(offset => $"{offset:0000000000} 00000 n \n")));
        Put($"trailer\n<< /Size {_offsets.Count + 1} /Root {Catalog} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return [.. _bytes];
    }

    // Each column's text is put where it stands; what is drawn is ASCII.
    private string ContentOf(TextPage page)
    {
        if (page.Lines.Count > _paper.Lines || page.Lines.FirstOrDefault(line => line.Length > _paper.Columns) is not null)
        {
            throw new ArgumentException($"A page of {page.Lines.Count} lines up to {page.Lines.Max(line => line.Length)} letters does not fit on {_paper.Lines} lines of {_paper.Columns}.", nameof(page));
        }

        var content = new StringBuilder($"BT /F {Number(_paper.FontSize)} Tf\n");
        foreach (var (row, line) in page.Lines.Index())
        {
            foreach (var cell in Cell().EnumerateMatches(line))
            {
                content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {Number(_paper.X(cell.Index))} {Number(_paper.Y(row))} Tm {PdfLetters.Written(line.Substring(cell.Index, cell.Length))} Tj\n");
            }
        }

        return content.Append("ET\n").ToString();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Put(int number, string content)
    {
        Begin(number);
        Put(content);
        Put("\nendobj\n");
    }

    // Objects are written in the order of their numbers.
    private void Begin(int number)
    {
        _offsets.Add(_bytes.Count);
        Put($"{number} 0 obj\n");
    }

    private void Put(FormattableString text) => Put(FormattableString.Invariant(text));

    private void Put(string ascii) => _bytes.AddRange(Encoding.ASCII.GetBytes(ascii));

    [GeneratedRegex(@"\S+( \S+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();
}
