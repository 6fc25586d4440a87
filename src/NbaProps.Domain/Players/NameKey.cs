using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Players;

/// <summary>
/// A name as a key: lower case, without marks, punctuation and generational suffix, words separated by one space, such as "luka doncic".
/// Two sources that write one person's name differently give the same key; another name for the person is an alias.
/// </summary>
/// <remarks><c>default(NameKey)</c> is no name: every use of it except equality throws <see cref="InvalidOperationException"/>.</remarks>
[JsonConverter(typeof(TextValueConverter<NameKey>))]
public readonly record struct NameKey : IComparable<NameKey>, ITextValue<NameKey>
{
    private readonly string? _value;

    internal NameKey(string folded) => _value = folded;

    static string ITextValue<NameKey>.Accepted => "a name key (lower-case words without marks, punctuation or suffix, such as luka doncic)";

    /// <summary>The key as text.</summary>
    public string Value => _value ?? throw Unset.Of<NameKey>();

    /// <summary>The key of a name as a source writes it.</summary>
    /// <param name="displayName">"Luka Dončić", "Dončić, Luka" or "luka doncic".</param>
    /// <exception cref="FormatException">No letter or digit is in it.</exception>
    public static NameKey From(string displayName) => PlayerName.Parse(displayName).Key;

    /// <summary>The key of a name as a source writes it; false when no letter or digit is in it.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? displayName, out NameKey value)
    {
        var read = PlayerName.TryParse(displayName, out var name);
        value = read ? name!.Key : default;
        return read;
    }

    /// <summary>Reads a key as it was stored, already folded. For names, use <see cref="From"/>.</summary>
    /// <exception cref="FormatException">The text is not a folded name.</exception>
    public static NameKey Parse(string text) => TextValue.Parse<NameKey>(text);

    /// <summary>Reads a key as it was stored; false when the text is not a folded name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NameKey value)
    {
        var read = TryFrom(text, out value) && string.Equals(value.Value, text, StringComparison.Ordinal);
        value = read ? value : default;
        return read;
    }

    /// <summary>Orders by UTF-16 code units.</summary>
    public int CompareTo(NameKey other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The key as text.</summary>
    public override string ToString() => Value;
}
