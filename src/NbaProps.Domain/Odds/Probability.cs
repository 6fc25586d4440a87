using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Odds;

/// <summary>How likely something is, 0 to 1. Percentages are never held here. <c>default(Probability)</c> is 0, the impossible.</summary>
[JsonConverter(typeof(NumberValueConverter<Probability>))]
public readonly record struct Probability : IComparable<Probability>, ITextValue<Probability>
{
    /// <summary>A probability.</summary>
    /// <param name="value">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0, above 1 or not a number.</exception>
    public Probability(double value)
        // Adding zero turns -0.0, which would be written "-0", into 0.
        => Value = value is >= 0 and <= 1
            ? value + 0.0
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability is 0 to 1.");

    static string ITextValue<Probability>.Accepted => "a probability (a number from 0 to 1, such as 0.55)";

    /// <summary>0 to 1.</summary>
    public double Value { get; }

    /// <summary>The probability of the opposite, 1 - p.</summary>
    public Probability Complement => new(1 - Value);

    /// <summary>Whether the left one is less likely.</summary>
    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    /// <summary>Whether the left one is more likely.</summary>
    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    /// <summary>Whether the left one is at most as likely.</summary>
    public static bool operator <=(Probability left, Probability right) => left.Value <= right.Value;

    /// <summary>Whether the left one is at least as likely.</summary>
    public static bool operator >=(Probability left, Probability right) => left.Value >= right.Value;

    /// <summary>Reads a number from 0 to 1.</summary>
    /// <exception cref="FormatException">The text is no probability.</exception>
    public static Probability Parse(string text) => TextValue.Parse<Probability>(text);

    /// <summary>Reads a number from 0 to 1, also in scientific form; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Probability value)
    {
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var read = double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1;
        value = read ? new Probability(number) : default;
        return read;
    }

    /// <inheritdoc />
    public int CompareTo(Probability other) => Value.CompareTo(other.Value);

    /// <summary>The shortest text that reads back to the same number: "0.55".</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
