using NbaProps.Domain.Odds;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>Lines of a book whose times are after the start of the game: it goes on while the game is played, or its clock is fast before.</summary>
internal static class LateQuotes
{
    // What has been scored is off a line that is quoted while the game is on.
    private const decimal Scored = 4;

    /// <summary>The lines that are served.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="game">The game.</param>
    /// <param name="feed">Who serves them.</param>
    /// <param name="quotes">The lines as they would be served; none from the start on.</param>
    /// <param name="closing">The last ones before the start.</param>
    public static IReadOnlyList<Quote> Of(LeagueMoment moment, SimulatedGame game, Feed feed, IReadOnlyList<Quote> quotes, Func<IReadOnlyList<Quote>> closing)
    {
        if (moment.FaultOf(FaultKind.LateQuote, feed, game) is not { } fault || game.IsOff || moment.StatusOf(game) == GameStatus.Final)
        {
            return quotes;
        }

        var book = LeagueMoment.BookOf(fault, feed);
        return moment.Now < game.Scheduled.TipOff
            ? [.. quotes.Select(quote => quote.Book == book ? quote with { Updated = game.Scheduled.TipOff.AddMinutes(1 + (fault.Number % 5)) } : quote)]
            : [.. closing().Where(quote => quote.Book == book).Select(quote => Live(quote, moment.Now.AddSeconds(-(fault.Number % 60))))];
    }

    private static Quote Live(Quote quote, DateTimeOffset at) => quote with { Line = new PointsLine(Math.Max(0.5m, quote.Line.Value - Scored)), Updated = at };
}
