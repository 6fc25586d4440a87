using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Odds;

/// <summary>A price in decimal form: what a winning bet of 1 returns, stake included; above 1, at most 1,000,000.</summary>
/// <remarks><c>default(DecimalOdds)</c> is no price: every use of it except equality throws <see cref="InvalidOperationException"/>.</remarks>
[JsonConverter(typeof(NumberValueConverter<DecimalOdds>))]
public readonly record struct DecimalOdds : IComparable<DecimalOdds>, ITextValue<DecimalOdds>
{
    private const decimal Largest = 1_000_000;
    private readonly decimal _value;

    /// <summary>A price.</summary>
    /// <param name="value">Above 1, at most 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside the range.</exception>
    public DecimalOdds(decimal value)
        => _value = value is > 1 and <= Largest
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Decimal odds are above 1 and at most 1000000.");

    static string ITextValue<DecimalOdds>.Accepted => "decimal odds (a number above 1, such as 1.91)";

    /// <summary>Stake and profit of a winning bet of 1.</summary>
    public decimal Value => _value == 0 ? throw Unset.Of<DecimalOdds>() : _value;

    /// <summary>1 / odds: the share of bets that must win for the price to break even; includes the bookmaker's margin.</summary>
    public Probability ImpliedProbability => new((double)(1 / Value));

    /// <summary>Reads a plain decimal number.</summary>
    /// <exception cref="FormatException">The text is no price.</exception>
    public static DecimalOdds Parse(string text) => TextValue.Parse<DecimalOdds>(text);

    /// <summary>Reads a plain decimal number; false when the text is anything else, or no price.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DecimalOdds value)
    {
        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is > 1 and <= Largest;
        value = read ? new DecimalOdds(number) : default;
        return read;
    }

    /// <summary>The same price in American form, rounded to whole numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is below 1.001 or above 1001.</exception>
    public AmericanOdds ToAmerican() => AmericanOdds.FromDecimal(this);

    /// <inheritdoc />
    public int CompareTo(DecimalOdds other) => Value.CompareTo(other.Value);

    /// <summary>The number without trailing zeros: "1.91".</summary>
    public override string ToString() => Value.ToString("0.############################", CultureInfo.InvariantCulture);
}
