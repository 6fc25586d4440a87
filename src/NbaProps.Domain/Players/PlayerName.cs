using System.Diagnostics.CodeAnalysis;

namespace NbaProps.Domain.Players;

/// <summary>A person's name as a source writes it, taken apart.</summary>
/// <param name="Key">What names are compared by.</param>
/// <param name="Suffix">"Jr.", "Sr.", "II", "III", "IV" or "V"; null when the source wrote none, which says nothing about the person.</param>
/// <param name="Display">The name in the order first name, last name, suffix, with the source's own letters.</param>
public sealed record PlayerName(NameKey Key, string? Suffix, string Display)
{
    /// <summary>Takes a name apart.</summary>
    /// <param name="text">"Tim Hardaway Jr.", "Hardaway Jr., Tim", "Hardaway, Tim Jr." or a single name such as "Nene".</param>
    /// <exception cref="FormatException">No letter or digit is in it.</exception>
    public static PlayerName Parse(string text)
        => TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a player's name: it has no letter.");

    /// <summary>Takes a name apart; false when no letter or digit is in it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PlayerName? name)
    {
        name = null;
        if (text is null)
            return false;

        var display = string.Join(' ', WordsInOrder(text));
        var words = NameSuffix.Strip(NameFolding.Fold(display).Split(' '), out var suffix);
        var key = string.Join(' ', words);
        if (key.Length == 0)
            return false;

        name = new PlayerName(new NameKey(key), suffix, display);
        return true;
    }

    /// <summary>First names, last names, suffix; a comma that only sets off a suffix ("Igor Miličić, Jr.") turns nothing round.</summary>
    private static string[] WordsInOrder(string text)
    {
        var parts = text.Split(',').Select(Words).ToList();
        var setOff = parts.Skip(1).FirstOrDefault(part => part is [var only] && NameSuffix.Of(only) is not null);
        if (setOff is not null)
            parts.Remove(setOff);
        if (parts.Count == 1)
            return [.. parts[0], .. setOff ?? []];

        var lastName = NameSuffix.Strip(parts[0], out var afterLast);
        var firstName = NameSuffix.Strip([.. parts.Skip(1).SelectMany(part => part)], out var afterFirst);
        var suffix = setOff?[0] ?? afterLast ?? afterFirst;
        return suffix is null ? [.. firstName, .. lastName] : [.. firstName, .. lastName, suffix];
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
