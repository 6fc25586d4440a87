namespace NbaProps.Simulator.Serving.Pdf;

/// <summary>A page of a document as a grid of letters of one width.</summary>
/// <param name="Lines">Its lines from the top, blank ones as empty texts. Two spaces or more part columns; of blank lines no more than four stand together.</param>
internal sealed record TextPage(IReadOnlyList<string> Lines);

/// <summary>What a document is printed on.</summary>
/// <param name="Width">Of a page, in points of 1/72 inch.</param>
/// <param name="Height">Of a page, in points.</param>
/// <param name="FontSize">Of the letters, in points; a letter is six tenths of it wide.</param>
/// <param name="Margin">At the left and the top, in points.</param>
internal sealed record Paper(int Width, int Height, double FontSize, int Margin)
{
    private const double LetterWidth = 0.6;

    // A line's height in font sizes. pdftotext writes as many line feeds as whole font sizes lie between two lines, five at most: at 1.2 that is
    // exactly the number of lines, up to four blank ones.
    private const double Leading = 1.2;

    /// <summary>What injury reports are printed on: landscape A4.</summary>
    public static Paper Report { get; } = new(842, 595, 8, 24);

    /// <summary>What gamebooks are printed on: US letter.</summary>
    public static Paper Gamebook { get; } = new(612, 792, 7, 18);

    /// <summary>How many lines a page has room for.</summary>
    public int Lines => (int)((Height - (2 * Margin)) / (Leading * FontSize));

    /// <summary>How many letters a line has room for.</summary>
    public int Columns => (int)((Width - (2 * Margin)) / (LetterWidth * FontSize));

    /// <summary>Where a letter stands from the left, in points.</summary>
    public double X(int column) => Margin + (column * LetterWidth * FontSize);

    /// <summary>Where a line stands from the bottom, in points.</summary>
    public double Y(int line) => Height - Margin - FontSize - (line * Leading * FontSize);
}
