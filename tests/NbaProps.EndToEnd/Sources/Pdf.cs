using System.Globalization;
using System.Text;

namespace NbaProps.EndToEnd.Sources;

/// <summary>Makes a PDF of lines of text in a type of one width, so that columns are columns: what pdftotext makes of it is the text again.</summary>
internal static class Pdf
{
    private const int LinesOfPage = 60;

    public static byte[] Of(IReadOnlyList<string> lines)
    {
        var pages = lines.Chunk(LinesOfPage).ToArray();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{4 + (2 * index)} 0 R")))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (index, page) in pages.Index())
        {
            var text = string.Concat(page.Select((line, at) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 6 Tf 20 {760 - (12 * at)} Td ({Escaped(line)}) Tj ET\n")));
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * index)} 0 R >>"));
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {Encoding.Latin1.GetByteCount(text)} >>\nstream\n{text}endstream"));
        }

        return Encoding.Latin1.GetBytes(Whole(objects));
    }

    private static string Whole(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        return pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static string Escaped(string line) => line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
