using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The quotes that a payload of The Odds API has of one game of the date.</summary>
/// <param name="Context">The event and its game; null when the payload has none of the date's.</param>
/// <param name="Markets">The quotes of each market that is wanted, book by book.</param>
internal sealed record EventQuotes(QuoteContext? Context, IReadOnlyList<IReadOnlyList<OddsQuoteLine>> Markets)
{
    private static readonly EventQuotes Nothing = new(null, []);

    /// <summary>Reads a payload, and names among the rows' omissions what cannot be used. Nothing is named of a payload that is refused.</summary>
    /// <param name="root">The payload: an event with bookmakers, or a list of events, which has no odds.</param>
    /// <param name="capture">Its capture.</param>
    /// <param name="rows">The rows of the date, which know its games.</param>
    /// <param name="wanted">Of a market's key, whether it is wanted.</param>
    /// <exception cref="PermanentException">It is neither, or damaged.</exception>
    public static EventQuotes Of<TRow>(PayloadNode root, CapturedPayload capture, QuoteRows<TRow> rows, Func<string, bool> wanted)
        where TRow : WarehouseRow
    {
        if (OddsPayload.EventOrNull(root, capture.CapturedAt) is not { } odds)
        {
            return Nothing;
        }

        // Two teams may meet at one place on two days running: the other day's event is not this game's.
        var isOfDate = odds.Date is null || odds.Date == rows.Date;
        if (rows.GameOf(isOfDate ? odds.Home : null, isOfDate ? odds.Away : null, odds.Name) is not { } game)
        {
            return Nothing;
        }

        var context = new QuoteContext(game, odds.Id, odds.CommenceTime, odds.SeenAt, capture.AsOf, OddsFormats.OddsApi);
        if (context.IsFarOff)
        {
            rows.LeaveOut([$"all of {odds.Name}: seen months from its start"]);
            return Nothing;
        }

        var markets = OddsQuotes.Markets(odds, wanted).Select(market => market.Read()).ToArray();
        rows.LeaveOut(markets.SelectMany(market => market.LeftOut));
        return new(context, [.. markets.Select(market => market.Rows)]);
    }
}
