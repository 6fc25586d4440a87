namespace NbaProps.Shared.Storage;

/// <summary>What a text must be so that every store gives back the one it was handed.</summary>
public static class TextRules
{
    /// <summary>What is wrong with the text, or null.</summary>
    /// <remarks>SQLite's text ends at a NUL when it is read, and a lone surrogate has no UTF-8: both would come back as another text.</remarks>
    public static string? Broken(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return "holds a NUL character";
        }

        var rest = text.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1]))
            {
                return "holds half of a surrogate pair";
            }

            rest = rest[(at + 2)..];
        }

        return null;
    }
}
