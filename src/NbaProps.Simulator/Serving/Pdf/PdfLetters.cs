using System.Collections.Frozen;

namespace NbaProps.Simulator.Serving.Pdf;

/// <summary>
/// How letters are written in a PDF with one of the fonts that every reader has: as Windows' Latin code page, whose letters between 128 and 159 give
/// way to those of names that it lacks. A letter's name, by the font's own list, is what readers take the text from.
/// </summary>
internal static class PdfLetters
{
    private const int FirstOwn = 128;

    private static readonly string[] Own =
    [
        "Đ Dcroat", "đ dcroat", "Ł Lslash", "ł lslash", "Š Scaron", "š scaron", "Ž Zcaron", "ž zcaron", "Č Ccaron", "č ccaron", "Ć Cacute", "ć cacute",
        "Ř Rcaron", "ř rcaron", "ı dotlessi", "İ Idotaccent", "Ğ Gbreve", "ğ gbreve", "Ş Scedilla", "ş scedilla", "ņ ncommaaccent", "ģ gcommaaccent",
        "ū umacron", "ė edotaccent", "ń nacute", "ę eogonek", "ą aogonek", "ě ecaron", "ů uring", "ő ohungarumlaut", "ă abreve", "ţ tcommaaccent",
    ];

    private static readonly FrozenDictionary<char, byte> OwnCodes = Own.Index().ToFrozenDictionary(letter => letter.Item[0], letter => (byte)(FirstOwn + letter.Index));

    /// <summary>The letters that differ from the code page, as a PDF names them.</summary>
    public static string Differences { get; } = FormattableString.Invariant($"[{FirstOwn} {string.Join(' ', Own.Select(letter => "/" + letter[2..]))}]");

    /// <summary>A text as a PDF's string.</summary>
    /// <exception cref="ArgumentException">A letter has no code; the message names it.</exception>
    public static string Written(string text) => $"<{Convert.ToHexString([.. text.Select(Code)])}>";

    private static byte Code(char letter) => letter switch
    {
        >= ' ' and <= '~' or >= '\u00A1' and <= '\u00FF' => (byte)letter,
        _ when OwnCodes.TryGetValue(letter, out var code) => code,
        _ => throw new ArgumentException($"'{letter}' (U+{(int)letter:X4}) is not among the letters of a PDF; add it to them with its name in the font.", nameof(letter)),
    };
}
