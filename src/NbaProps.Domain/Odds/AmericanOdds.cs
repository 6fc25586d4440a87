using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Odds;

/// <summary>
/// A price in American form: +150 wins 150 on a stake of 100, -120 wins 100 on a stake of 120. From 100 to 100,000 in size; written with its sign.
/// </summary>
/// <remarks>
/// +100 and -100 are one price, even money, and are kept as +100. <c>default(AmericanOdds)</c> is no price: every use of it except
/// equality throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(NumberValueConverter<AmericanOdds>))]
public readonly record struct AmericanOdds : IComparable<AmericanOdds>, ITextValue<AmericanOdds>
{
    private const int Largest = 100_000;
    private readonly int _value;

    /// <summary>A price.</summary>
    /// <param name="value">100 to 100,000, or -100 to -100,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside the range: there are no prices between -100 and +100.</exception>
    public AmericanOdds(int value)
        => _value = IsPrice(value)
            ? value == -100 ? 100 : value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "American odds are 100 to 100000 in size, with either sign.");

    static string ITextValue<AmericanOdds>.Accepted => "American odds (a sign and 100 to 100000, such as -110 or +105, or EVEN)";

    /// <summary>The signed number.</summary>
    public int Value => _value == 0 ? throw Unset.Of<AmericanOdds>() : _value;

    /// <summary>The share of bets that must win for the price to break even; includes the bookmaker's margin.</summary>
    public Probability ImpliedProbability => ToDecimal().ImpliedProbability;

    /// <summary>The American price nearest to a decimal one: (d - 1) x 100 from 2.0 up, -100 / (d - 1) below, rounded to whole numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is beyond what American odds write, below 1.001 or above 1001.</exception>
    public static AmericanOdds FromDecimal(DecimalOdds odds)
    {
        var profit = odds.Value - 1;
        var exact = profit >= 1 ? profit * 100 : -100 / profit;
        return Math.Abs(exact) <= Largest
            ? new AmericanOdds((int)decimal.Round(exact, MidpointRounding.AwayFromZero))
            : throw new ArgumentOutOfRangeException(nameof(odds), odds, "American odds write decimal prices from 1.001 to 1001.");
    }

    /// <summary>Reads "-110", "+105", "105" or "EVEN" in any case; a typographic minus counts as one.</summary>
    /// <exception cref="FormatException">The text is no price.</exception>
    public static AmericanOdds Parse(string text) => TextValue.Parse<AmericanOdds>(text);

    /// <summary>Reads "-110", "+105", "105" or "EVEN"; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AmericanOdds value)
    {
        value = default;
        if (string.Equals(text, "EVEN", StringComparison.OrdinalIgnoreCase))
            text = "+100";
        if (!int.TryParse(text?.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || !IsPrice(number))
            return false;
        value = new AmericanOdds(number);
        return true;
    }

    /// <summary>The same price in decimal form: 1 + v/100 for +v, 1 + 100/v for -v.</summary>
    public DecimalOdds ToDecimal() => new(Value > 0 ? 1 + (Value / 100m) : 1 + (100m / -Value));

    /// <summary>Orders by what a winning bet pays, lowest first: -200, -110, +100, +150.</summary>
    public int CompareTo(AmericanOdds other) => ToDecimal().CompareTo(other.ToDecimal());

    /// <summary>The number with its sign: "-110", "+105".</summary>
    public override string ToString() => Value.ToString("+0;-0", CultureInfo.InvariantCulture);

    private static bool IsPrice(int value) => value is >= 100 and <= Largest or <= -100 and >= -Largest;
}
