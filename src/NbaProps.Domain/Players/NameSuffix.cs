using System.Collections.Frozen;

namespace NbaProps.Domain.Players;

/// <summary>The generational suffixes sources write or omit as they please, so that they are no part of a key.</summary>
internal static class NameSuffix
{
    private static readonly FrozenDictionary<string, string> Written = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["jr"] = "Jr.",
        ["sr"] = "Sr.",
        ["ii"] = "II",
        ["iii"] = "III",
        ["iv"] = "IV",
        ["v"] = "V",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How the suffix is written ("Jr.", "III") when a word is one, else null. Case and full stops do not matter.</summary>
    public static string? Of(string word) => Written.GetValueOrDefault(NameFolding.Fold(word));

    /// <summary>Takes suffixes off the end of a name, but never its only word.</summary>
    /// <param name="words">The words of the name.</param>
    /// <param name="suffix">The last of the suffixes as it is written, or null.</param>
    public static ReadOnlySpan<string> Strip(ReadOnlySpan<string> words, out string? suffix)
    {
        suffix = null;
        while (words.Length > 1 && Of(words[^1]) is { } found)
        {
            suffix ??= found;
            words = words[..^1];
        }

        return words;
    }
}
