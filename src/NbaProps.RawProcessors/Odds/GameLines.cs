using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The lines of games that The Odds API has: spreads, totals and winners.</summary>
internal static class GameLines
{
    /// <summary>The rows of a date's captures, by key, and what is missing of them; null when nothing is.</summary>
    /// <param name="captures">What was captured, oldest first: events with bookmakers, and lists of events, which have no odds.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="date">The date.</param>
    /// <param name="reader">Opens the captures; what it finds is not repeated among what is missing.</param>
    public static (IReadOnlyList<OddsApiGameLineRow> Rows, string? Missing) Rows(
        IReadOnlyList<CapturedPayload> captures, IReadOnlyList<NbacScheduleRow> schedule, GameDate date, PayloadReader reader)
    {
        var rows = new QuoteRows<OddsApiGameLineRow>(date, schedule);
        foreach (var capture in captures)
        {
            if (reader.Read(capture, payload => EventQuotes.Of(payload.Json(), capture, rows, OddsMarkets.IsOfGames)) is not { Context: { } context } quotes)
            {
                continue;
            }

            foreach (var quote in quotes.Markets.SelectMany(market => market))
            {
                rows.Add(context.Key(quote), context.Row(quote));
            }
        }

        return (rows.Rows, rows.Missing);
    }
}
