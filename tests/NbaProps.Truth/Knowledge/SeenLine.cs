namespace NbaProps.Truth.Knowledge;

/// <summary>
/// The line that counts for a player. Rule: of the first book in order that has one (DraftKings, FanDuel, BetMGM, Caesars, then by name), its latest before the cut-off,
/// and that book's first beside it.
/// </summary>
/// <param name="Current">The latest.</param>
/// <param name="Opening">The first.</param>
internal sealed record SeenLine(SeenQuote Current, SeenQuote Opening)
{
    private static readonly string[] Order = ["draftkings", "fanduel", "betmgm", "williamhill_us"];

    /// <summary>Chooses among one player's quotes in a game; there is at least one.</summary>
    public static SeenLine Of(IEnumerable<SeenQuote> quotes)
    {
        var book = quotes.GroupBy(quote => quote.Quote.Book.Key).OrderBy(group => Order.Contains(group.Key) ? Array.IndexOf(Order, group.Key) : Order.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal).First().OrderBy(quote => quote.SeenAt).ToArray();
        return new(book[^1], book[0]);
    }
}
