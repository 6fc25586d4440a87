using NbaProps.Domain.Odds;

namespace NbaProps.Simulator.Books;

/// <summary>Prices of a book.</summary>
internal static class BookPrice
{
    /// <summary>The price of something of a probability, the book's margin in it: in steps of five from even money out, as books write them.</summary>
    public static AmericanOdds Of(double probability, Bookmaker book)
    {
        var implied = Math.Clamp(probability * (1 + book.Margin), 0.04, 0.96);
        var odds = implied >= 0.5 ? -100 * implied / (1 - implied) : 100 * (1 - implied) / implied;
        var stepped = (int)Math.Round(odds / 5) * 5;
        return new AmericanOdds(Math.Abs(stepped) < 100 ? -100 : stepped);
    }
}
