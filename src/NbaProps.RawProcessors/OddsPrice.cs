using NbaProps.Domain.Odds;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors;

/// <summary>A price in both forms.</summary>
/// <param name="American">American.</param>
/// <param name="Decimal">Decimal, as sent or converted.</param>
internal readonly record struct OddsPrice(AmericanOdds American, double Decimal)
{
    /// <summary>
    /// Reads a price in either form: the two cannot be confused, because American odds are at least 100 in size and decimal ones of a points
    /// line are far below that. Null when it is neither.
    /// </summary>
    public static OddsPrice? Of(PayloadNode price)
    {
        var number = price.Number();
        if (Math.Abs(number) >= 100)
        {
            return decimal.IsInteger(number) && Math.Abs(number) <= 100_000
                ? FromAmerican(new AmericanOdds((int)number))
                : null;
        }

        return number >= 1.001m ? new OddsPrice(new DecimalOdds(number).ToAmerican(), (double)number) : null;
    }

    private static OddsPrice FromAmerican(AmericanOdds odds) => new(odds, (double)odds.ToDecimal().Value);
}
