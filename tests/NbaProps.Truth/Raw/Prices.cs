using NbaProps.Domain.Odds;

namespace NbaProps.Truth.Raw;

/// <summary>Prices in their other form.</summary>
internal static class Prices
{
    /// <summary>What a stake of one comes back as: of +150 2.5, of -200 1.5.</summary>
    public static double Decimal(AmericanOdds price) => price.Value > 0 ? 1 + (price.Value / 100.0) : 1 + (100.0 / -price.Value);
}
