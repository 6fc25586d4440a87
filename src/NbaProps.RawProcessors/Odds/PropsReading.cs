using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Joins the points lines of The Odds API to their games.</summary>
internal sealed class PropsReading(GameDate date, IReadOnlyList<NbacScheduleRow> schedule)
{
    private readonly QuoteRows<OddsApiPlayerPointsPropsRow> _rows = new(date, schedule);

    /// <summary>All rows, by key.</summary>
    public IReadOnlyList<OddsApiPlayerPointsPropsRow> Rows => _rows.Rows;

    /// <summary>What is missing; null when nothing is.</summary>
    public string? Missing => _rows.Missing;

    /// <summary>Adds the points lines of an event.</summary>
    /// <param name="odds">The event.</param>
    /// <param name="asOf">The moment of the game day that it was fetched for.</param>
    public void Take(OddsEvent odds, DateTimeOffset asOf)
    {
        if (_rows.GameOf(odds.Home, odds.Away, odds.Name) is not { } game)
        {
            return;
        }

        var context = new QuoteContext(game, odds.Id, odds.CommenceTime, odds.SeenAt, asOf, OddsFormats.OddsApi);
        if (context.IsFarOff)
        {
            _rows.LeaveOut([$"all of {odds.Name}: seen months from its start"]);
            return;
        }

        foreach (var market in OddsQuotes.Markets(odds, key => string.Equals(key, OddsMarkets.PlayerPoints, StringComparison.Ordinal)))
        {
            var reading = market.Read();
            _rows.LeaveOut(reading.LeftOut);

            // Both sides of one point are one row: alternate lines of a player never share prices.
            foreach (var line in reading.Rows.GroupBy(quote => (quote.NameKey, quote.Point)))
            {
                var quote = Both([.. line]);
                _rows.Add(context.Key(quote), context.Row(quote));
            }
        }
    }

    private static PropsQuote Both(IReadOnlyList<OddsQuoteLine> sides)
    {
        var first = sides[0];
        return new PropsQuote(first.Bookmaker, first.PlayerName!, first.NameKey!.Value, new PointsLine(first.Point!.Value), Price("over"), Price("under"), first.LastUpdate);

        OddsPrice? Price(string side) =>
            sides.FirstOrDefault(quote => string.Equals(quote.Outcome, side, StringComparison.Ordinal)) is { } quote ? new OddsPrice(quote.Price, quote.PriceDecimal) : null;
    }
}
