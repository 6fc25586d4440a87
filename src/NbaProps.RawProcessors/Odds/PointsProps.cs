using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The points lines that The Odds API has.</summary>
internal static class PointsProps
{
    /// <summary>The rows of a date's captures, by key, and what is missing of them; null when nothing is.</summary>
    /// <param name="captures">What was captured, oldest first: events with bookmakers, and lists of events, which have no odds.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="date">The date.</param>
    /// <param name="reader">Opens the captures; what it finds is not repeated among what is missing.</param>
    public static (IReadOnlyList<OddsApiPlayerPointsPropsRow> Rows, string? Missing) Rows(
        IReadOnlyList<CapturedPayload> captures, IReadOnlyList<NbacScheduleRow> schedule, GameDate date, PayloadReader reader)
    {
        var rows = new QuoteRows<OddsApiPlayerPointsPropsRow>(date, schedule);
        foreach (var capture in captures)
        {
            if (reader.Read(capture, payload => EventQuotes.Of(payload.Json(), capture, rows, IsPoints)) is not { Context: { } context } quotes)
            {
                continue;
            }

            // Both sides of one point are one row: alternate lines of a player never share prices.
            foreach (var line in quotes.Markets.SelectMany(market => market.GroupBy(quote => (quote.NameKey, quote.Point))))
            {
                var quote = Both([.. line]);
                rows.Add(context.Key(quote), context.Row(quote));
            }
        }

        return (rows.Rows, rows.Missing);
    }

    private static bool IsPoints(string market) => string.Equals(market, OddsMarkets.PlayerPoints, StringComparison.Ordinal);

    private static PropsQuote Both(IReadOnlyList<OddsQuoteLine> sides)
    {
        var first = sides[0];
        return new PropsQuote(first.Bookmaker, first.PlayerName!, first.NameKey!.Value, new PointsLine(first.Point!.Value), Price("over"), Price("under"), first.LastUpdate);

        OddsPrice? Price(string side) =>
            sides.FirstOrDefault(quote => string.Equals(quote.Outcome, side, StringComparison.Ordinal)) is { } quote ? new OddsPrice(quote.Price, quote.PriceDecimal) : null;
    }
}
