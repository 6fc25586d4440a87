using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Odds;

/// <summary>The number of points a bet is over or under: 0.5 to 80 in steps of a half; written "31.5" or "32".</summary>
/// <remarks>
/// Decimal, so that a half is a half in every comparison and key. <c>default(PointsLine)</c> is no line: every use of it except equality
/// throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(NumberValueConverter<PointsLine>))]
public readonly record struct PointsLine : IComparable<PointsLine>, ITextValue<PointsLine>
{
    private const decimal Highest = 80;
    private readonly decimal _value;

    /// <summary>A line.</summary>
    /// <param name="value">0.5 to 80, a multiple of 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside the range or between two steps.</exception>
    public PointsLine(decimal value)
        => _value = IsLine(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A points line is 0.5 to 80 in steps of 0.5.");

    static string ITextValue<PointsLine>.Accepted => "a points line (0.5 to 80 in steps of 0.5, such as 31.5)";

    /// <summary>Points.</summary>
    public decimal Value => _value == 0 ? throw Unset.Of<PointsLine>() : _value;

    /// <summary>Whether the points of a game can equal the line, so that a bet can push.</summary>
    public bool CanPush => decimal.IsInteger(Value);

    /// <summary>Whether the left line is lower.</summary>
    public static bool operator <(PointsLine left, PointsLine right) => left.Value < right.Value;

    /// <summary>Whether the left line is higher.</summary>
    public static bool operator >(PointsLine left, PointsLine right) => left.Value > right.Value;

    /// <summary>Whether the left line is lower or the same.</summary>
    public static bool operator <=(PointsLine left, PointsLine right) => left.Value <= right.Value;

    /// <summary>Whether the left line is higher or the same.</summary>
    public static bool operator >=(PointsLine left, PointsLine right) => left.Value >= right.Value;

    /// <summary>A line from a source's number; false when it is outside the range or between two steps.</summary>
    public static bool TryCreate(decimal value, out PointsLine line)
    {
        line = IsLine(value) ? new PointsLine(value) : default;
        return IsLine(value);
    }

    /// <summary>A line from a source's number; false when it is not finite, outside the range or between two steps.</summary>
    public static bool TryCreate(double value, out PointsLine line)
    {
        line = default;
        return value is > 0 and <= (double)Highest && TryCreate((decimal)value, out line);
    }

    /// <summary>Reads a plain decimal number.</summary>
    /// <exception cref="FormatException">The text is no line.</exception>
    public static PointsLine Parse(string text) => TextValue.Parse<PointsLine>(text);

    /// <summary>Reads a plain decimal number; false when the text is anything else, or no line.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PointsLine value)
    {
        value = default;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && TryCreate(number, out value);
    }

    /// <summary>Points as a floating-point number; exact, because halves are.</summary>
    public double ToDouble() => (double)Value;

    /// <inheritdoc />
    public int CompareTo(PointsLine other) => Value.CompareTo(other.Value);

    /// <summary>"31.5", "32".</summary>
    public override string ToString() => Value.ToString("0.#", CultureInfo.InvariantCulture);

    private static bool IsLine(decimal value) => value is > 0 and <= Highest && decimal.IsInteger(value * 2);
}
