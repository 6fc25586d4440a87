using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The lines of games that The Odds API has: spreads, totals and winners.</summary>
public static class GameLines
{
    /// <summary>Name of the scraper whose captures carry them.</summary>
    public const string Scraper = "odds_api_spreads_totals";

    /// <summary>The rows of a date's captures, by key, and what is missing of them; null when nothing is.</summary>
    /// <param name="captures">What was captured, oldest first: events with bookmakers, and lists of events, which have no odds.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="date">The date.</param>
    public static (IReadOnlyList<OddsApiGameLineRow> Rows, string? Missing) Rows(
        IReadOnlyList<CapturedPayload> captures, IReadOnlyList<NbacScheduleRow> schedule, GameDate date)
    {
        ArgumentNullException.ThrowIfNull(captures);
        ArgumentNullException.ThrowIfNull(schedule);
        var rows = new QuoteRows<OddsApiGameLineRow>(date, schedule);
        foreach (var capture in captures)
        {
            using var payload = PayloadDocument.Parse(capture);
            if (OddsPayload.EventOrNull(payload.Root, capture.CapturedAt) is { } odds)
            {
                Take(rows, odds, capture.AsOf, date);
            }
        }

        return (rows.Rows, rows.Missing);
    }

    private static void Take(QuoteRows<OddsApiGameLineRow> rows, OddsEvent odds, DateTimeOffset asOf, GameDate date)
    {
        // Two teams may meet at one place on two days running: the other day's event is not this game's.
        var isOfDate = odds.Date is null || odds.Date == date;
        if (rows.GameOf(isOfDate ? odds.Home : null, isOfDate ? odds.Away : null, odds.Name) is not { } game)
        {
            return;
        }

        var context = new QuoteContext(game, odds.Id, odds.CommenceTime, odds.SeenAt, asOf, OddsFormats.OddsApi);
        if (context.IsFarOff)
        {
            rows.LeaveOut([$"all of {odds.Name}: seen months from its start"]);
            return;
        }

        foreach (var reading in OddsQuotes.Markets(odds, OddsMarkets.IsOfGames).Select(market => market.Read()))
        {
            rows.LeaveOut(reading.LeftOut);
            foreach (var quote in reading.Rows)
            {
                rows.Add(context.Key(quote), context.Row(quote));
            }
        }
    }
}
