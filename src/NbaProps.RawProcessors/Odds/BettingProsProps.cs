using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Makes BettingPros' offers into points lines, so that they can stand in for those of The Odds API.</summary>
internal static class BettingProsProps
{
    /// <summary>The rows of a date's captures, by key, and what is missing of them; null when nothing is: what BettingPros marks as inactive is not missing.</summary>
    /// <param name="captures">What was captured, oldest first: events, and pages of offers. Of an event listed twice the newer listing counts.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="date">The date.</param>
    /// <param name="reader">Opens the captures; what it finds is not repeated among what is missing.</param>
    public static (IReadOnlyList<OddsApiPlayerPointsPropsRow> Rows, string? Missing) Rows(
        IReadOnlyList<CapturedPayload> captures, IReadOnlyList<NbacScheduleRow> schedule, GameDate date, PayloadReader reader)
    {
        var events = new Dictionary<string, BettingProsEventLine>(StringComparer.Ordinal);
        var pages = new List<(CapturedPayload Capture, BettingProsPage Page)>();
        foreach (var capture in captures)
        {
            switch (reader.Read<object>(capture, payload => BettingProsOffers.IsOffers(payload.Json()) ? BettingProsOffers.Page(payload.Json()) : BettingProsEvents.Read(payload.Json(), capture.AsOf)))
            {
                case BettingProsPage page:
                    pages.Add((capture, page));
                    break;
                case Reading<BettingProsEventLine> listed:
                    foreach (var line in listed.Rows)
                    {
                        events[line.EventId] = line;
                    }

                    break;
            }
        }

        var rows = new QuoteRows<OddsApiPlayerPointsPropsRow>(date, schedule);
        foreach (var (capture, page) in pages)
        {
            rows.LeaveOut(page.Faults);
            foreach (var offer in page.Lines.GroupBy(line => line.EventId, StringComparer.Ordinal))
            {
                Take(rows, events.GetValueOrDefault(offer.Key), offer, capture, date);
            }
        }

        return (rows.Rows, rows.Missing);
    }

    private static void Take(
        QuoteRows<OddsApiPlayerPointsPropsRow> rows, BettingProsEventLine? listed, IGrouping<string, BettingProsOfferLine> lines, CapturedPayload capture, GameDate date)
    {
        // Two teams may meet at one place on two days running: the other day's event is not this game's.
        var mine = listed?.GameDate == date ? listed : null;
        if (rows.GameOf(mine?.HomeTeam, mine?.AwayTeam, listed?.InWords() ?? $"event {lines.Key}, which is not listed") is not { } game)
        {
            return;
        }

        var context = new QuoteContext(game, lines.Key, mine!.CommenceTime, capture.CapturedAt, capture.AsOf, OddsFormats.BettingPros);
        if (context.IsFarOff)
        {
            rows.LeaveOut([$"all of {mine.InWords()}: seen months from its start"]);
            return;
        }

        foreach (var both in lines.GroupBy(line => (line.OfferId, line.Bookmaker, line.Line)))
        {
            var quote = Both([.. both]);
            rows.Add(context.Key(quote), context.Row(quote));
        }
    }

    private static PropsQuote Both(IReadOnlyList<BettingProsOfferLine> sides)
    {
        // Each side has a time of its own: the line as a whole is as new as the newer, and unknown where one of them is.
        var updated = sides.Any(side => side.Updated is null) ? null : sides.Max(side => side.Updated);
        return new PropsQuote(sides[0].Bookmaker, sides[0].PlayerName, sides[0].NameKey, sides[0].Line, Price(Side.Over), Price(Side.Under), updated);

        OddsPrice? Price(Side side) => sides.FirstOrDefault(line => line.Side == side)?.Price is { } price ? new OddsPrice(price, (double)price.ToDecimal().Value) : null;
    }
}
