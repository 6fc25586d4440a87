using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Analytics;

/// <summary>A quote before tip-off with the row that it stands in.</summary>
internal sealed record PropQuote(PregameQuote Quote, OddsApiPlayerPointsPropsRow Row);

/// <summary>The line chosen for a player: one book's latest before tip-off, and that book's first.</summary>
internal sealed record PropLine(PropQuote Current, PropQuote Opening)
{
    // Caesars and PointsBet have a name of their own at each source.
    private static readonly string[] BookOrder = ["draftkings", "fanduel", "betmgm", "williamhill_us", "caesars", "pointsbetus", "pointsbet"];

    /// <summary>
    /// Chooses among one player's quotes: the first book in order (others after those, by name), not the newest of any book, so that a line and its
    /// movement come from one hand; then that book's latest snapshot; there, of several lines, the main one (<see cref="MainLineOrder"/>). Null without a quote.
    /// </summary>
    public static PropLine? Choose(IEnumerable<PropQuote> quotes)
    {
        var book = quotes
            .GroupBy(quote => quote.Quote.Bookmaker, StringComparer.Ordinal)
            .OrderBy(group => Rank(group.Key))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (book is null)
            return null;
        var snapshots = book.GroupBy(quote => quote.Quote.CapturedAt).OrderBy(group => group.Key).ToArray();
        return new PropLine(MainLine(snapshots[^1]), MainLine(snapshots[0]));
    }

    // Two spellings of a player's name in one book may give equal quotes.
    private static PropQuote MainLine(IEnumerable<PropQuote> snapshot) => snapshot
        .OrderBy(quote => quote.Quote, MainLineOrder.Instance)
        .ThenBy(quote => quote.Row.NameKey)
        .First();

    // A consensus of several books is no book, and takes no bet: better than none, after any other.
    private static int Rank(string book) => book == "consensus" ? BookOrder.Length + 1 : Array.IndexOf(BookOrder, book) is >= 0 and var rank ? rank : BookOrder.Length;
}
