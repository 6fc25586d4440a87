using System.Text.Json;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Reads The Odds API's event with bookmakers.</summary>
internal static class OddsQuotes
{
    /// <summary>
    /// The quotes of all markets that are read; left out are other markets, quotes without a name, point or price, lines with two prices for one
    /// side, and the whole of an event that is not between two of the thirty teams.
    /// </summary>
    public static Reading<OddsQuoteLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        // A list of events is another form of this source, which the catalog tells apart.
        if (OddsPayload.EventOrNull(root, asOf) is not { } odds)
        {
            throw root.Refused("an event with bookmakers");
        }

        if (odds.Home is null || odds.Away is null)
        {
            return new([], [$"{odds.Name}: not between two of the thirty teams"]);
        }

        var readings = Markets(odds, _ => true).Select(market => market.Read()).ToArray();
        return new([.. readings.SelectMany(reading => reading.Rows)], [.. readings.SelectMany(reading => reading.LeftOut)]);
    }

    /// <summary>An event's markets, book by book.</summary>
    /// <param name="odds">An event between two of the thirty teams.</param>
    /// <param name="wanted">Of a market's key, whether it is wanted; others are not looked into.</param>
    public static IEnumerable<OddsMarket> Markets(OddsEvent odds, Func<string, bool> wanted)
    {
        var isDecimal = OddsPrice.AreDecimal(Prices(odds.Bookmakers));
        foreach (var book in odds.Bookmakers.Items())
        {
            foreach (var market in book.Required("markets").Items())
            {
                if (market.Required("key").Text() is var key && wanted(key))
                {
                    var updated = (market.Optional("last_update") ?? book.Optional("last_update"))?.Instant();
                    yield return new OddsMarket(odds, book.Required("key").FilledText(), key, updated, isDecimal, market);
                }
            }
        }
    }

    // Only to learn in which form they are: whatever is not as it must be is refused where it is read.
    private static IEnumerable<PayloadNode> Prices(PayloadNode bookmakers) =>
        from book in Those(bookmakers)
        from market in Those(book.Optional("markets"))
        from outcome in Those(market.Optional("outcomes"))
        let price = outcome.Optional("price")
        where price is not null
        select price.Value;

    private static IEnumerable<PayloadNode> Those(PayloadNode? list) => list is { Kind: JsonValueKind.Array } items ? items.Items() : [];
}
