using System.Text.Json;

using NbaProps.Domain.Odds;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>A price in both forms.</summary>
/// <param name="American">American.</param>
/// <param name="Decimal">Decimal, as sent or converted.</param>
internal readonly record struct OddsPrice(AmericanOdds American, double Decimal)
{
    private const decimal LeastDecimal = 1.001m;
    private const decimal MostDecimal = 1001;

    /// <summary>
    /// Reads a price in either form: American odds are at least 100 in size, decimal ones mostly far below that. Null when it is neither.
    /// </summary>
    /// <param name="price">The number.</param>
    /// <param name="isDecimal">Whether the payload is known to write decimal prices, so that 100 and above are a long shot's.</param>
    public static OddsPrice? Of(PayloadNode price, bool isDecimal = false)
    {
        var number = price.Number();
        if (Math.Abs(number) >= 100 && !isDecimal)
        {
            return decimal.IsInteger(number) && Math.Abs(number) <= 100_000
                ? FromAmerican(new AmericanOdds((int)number))
                : null;
        }

        return number is >= LeastDecimal and <= MostDecimal ? new OddsPrice(new DecimalOdds(number).ToAmerican(), (double)number) : null;
    }

    /// <summary>Whether prices that were sent together are decimal: one of them can be nothing else, and none is an American favourite's.</summary>
    public static bool AreDecimal(IEnumerable<PayloadNode> prices)
    {
        var numbers = prices.Where(price => price.Kind == JsonValueKind.Number && price.Element.TryGetDecimal(out _)).Select(price => price.Number()).ToArray();
        return numbers.Any(number => number is >= LeastDecimal and < 100) && !numbers.Any(number => number <= -100);
    }

    private static OddsPrice FromAmerican(AmericanOdds odds) => new(odds, (double)odds.ToDecimal().Value);
}
