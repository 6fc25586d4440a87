using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Analytics;

/// <summary>A quote before tip-off with the row that it stands in.</summary>
internal sealed record PropQuote(PregameQuote Quote, OddsApiPlayerPointsPropsRow Row);

/// <summary>The line chosen for a player: one book's latest before tip-off, and that book's first.</summary>
internal sealed record PropLine(PropQuote Current, PropQuote Opening)
{
    private static readonly string[] BookOrder = ["draftkings", "fanduel", "betmgm", "williamhill_us", "pointsbetus"];

    /// <summary>
    /// Chooses among one player's quotes: the first book in order (others after those, by name), not the newest of any book, so that a line and its
    /// movement come from one hand; then that book's latest snapshot; there, of several lines, the main one. Null without a quote.
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

    /// <summary>The main line of a snapshot: the one whose prices are closest to even; alternate lines are dearer on one side.</summary>
    private static PropQuote MainLine(IEnumerable<PropQuote> snapshot) => snapshot
        .OrderBy(quote => quote.Quote.Price is { } price ? Math.Abs(price.NoVigOver.Value - 0.5) : double.MaxValue)
        .ThenBy(quote => quote.Quote.Line)
        .ThenBy(quote => quote.Row.NameKey)
        .First();

    private static int Rank(string book) => Array.IndexOf(BookOrder, book) is >= 0 and var rank ? rank : BookOrder.Length;
}
