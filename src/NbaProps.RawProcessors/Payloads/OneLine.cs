using System.Text;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>Makes a text of an upstream fit for a message: one line of whole characters, nothing in it that a terminal obeys, and not endless.</summary>
internal static class OneLine
{
    private const int Longest = 2_000;

    /// <summary>The text, in which spaces stand for white space and for what cannot be seen.</summary>
    public static string Of(string text) => Of(text, Longest);

    /// <summary>The same, cut after so many characters.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var line = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
        {
            if (line.Length + character.Utf16SequenceLength > longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(Rune.IsControl(character) || character.Value is 0x2028 or 0x2029 ? " " : character.ToString());
        }

        return line.ToString();
    }
}
