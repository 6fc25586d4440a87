using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain;

/// <summary>The league's numeric person id, 1 or more; it stays with a person through every name and team.</summary>
/// <remarks><c>default(PlayerKey)</c> is nobody: every use of it except equality throws <see cref="InvalidOperationException"/>.</remarks>
[JsonConverter(typeof(NumberValueConverter<PlayerKey>))]
public readonly record struct PlayerKey : IComparable<PlayerKey>, ITextValue<PlayerKey>
{
    private readonly long _id;

    /// <summary>The key of a person.</summary>
    /// <param name="Id">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is zero or negative.</exception>
    public PlayerKey(long Id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Id);
        _id = Id;
    }

    static string ITextValue<PlayerKey>.Accepted => "a player key (the league's person id, a whole number above zero)";

    /// <summary>The number.</summary>
    public long Id => _id == 0 ? throw Unset.Of<PlayerKey>() : _id;

    /// <summary>Reads decimal digits.</summary>
    /// <exception cref="FormatException">The text is not a player key.</exception>
    public static PlayerKey Parse(string text) => TextValue.Parse<PlayerKey>(text);

    /// <summary>Reads decimal digits; false when the text is anything else, leading zeros included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PlayerKey value)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 && text![0] != '0';
        value = read ? new PlayerKey(id) : default;
        return read;
    }

    /// <inheritdoc />
    public int CompareTo(PlayerKey other) => Id.CompareTo(other.Id);

    /// <summary>The number in decimal digits.</summary>
    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
