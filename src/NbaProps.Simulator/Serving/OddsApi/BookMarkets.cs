using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.OddsApi;

/// <summary>What a book has of the markets asked for.</summary>
/// <param name="Book">The book.</param>
/// <param name="Markets">Those in which it has something.</param>
internal sealed record BookMarkets(Bookmaker Book, IReadOnlyList<Market> Markets)
{
    /// <summary>The books that have anything, as they stand at a moment.</summary>
    public static IReadOnlyList<BookMarkets> Of(LeagueMoment moment, SimulatedGame game, OddsApiQuery query, Boards boards)
    {
        IReadOnlyList<Quote> props = query.Markets.Any(key => key is OddsApiQuery.Points or OddsApiQuery.AlternatePoints) ? boards.PropsOf(moment, game, Feeds.PlayerPoints) : [];
        var lines = query.Markets.Any(key => key is not OddsApiQuery.Points and not OddsApiQuery.AlternatePoints) ? boards.LinesOf(moment, game) : [];
        return
        [
            .. query.Books
                .Select(book => new BookMarkets(
                    book, [.. query.Markets.Select(key => OfKey(key, book, moment, game, props, lines)).OfType<Market>().Where(market => market.Outcomes.Count > 0)]))
                .Where(book => book.Markets.Count > 0),
        ];
    }

    private static Market? OfKey(string key, Bookmaker book, LeagueMoment moment, SimulatedGame game, IReadOnlyList<Quote> props, IReadOnlyList<GameQuote> lines)
    {
        if (key is OddsApiQuery.Points or OddsApiQuery.AlternatePoints)
        {
            var own = props.Where(quote => quote.Book == book && quote.IsMain == (key is OddsApiQuery.Points)).ToArray();
            return own.Length == 0 ? null : new(key, own.Max(quote => quote.Updated), [.. own.SelectMany(quote => Sides(quote, NameOf(moment, game, quote)))]);
        }

        return lines.FirstOrDefault(line => line.Book == book) is { } quoted ? new(key, quoted.Updated, OfGame(key, game, quoted)) : null;
    }

    private static string NameOf(LeagueMoment moment, SimulatedGame game, Quote quote) =>
        moment.FaultOf(FaultKind.MisspeltName, Feeds.PlayerPoints, game, quote.Player.Id) is { } fault && LeagueMoment.BookOf(fault, Feeds.PlayerPoints) == quote.Book
            ? PropBoard.Written(Misspelling.Of(quote.Player, moment.Season.League, fault.Number), quote.Book)
            : quote.NameAsWritten;

    private static IEnumerable<MarketOutcome> Sides(Quote quote, string name)
    {
        yield return new("Over", name, quote.Over, quote.Line.Value);
        if (quote.Under is { } under)
        {
            yield return new("Under", name, under, quote.Line.Value);
        }
    }

    private static MarketOutcome[] OfGame(string key, SimulatedGame game, GameQuote line)
    {
        var (home, away) = (TeamSpellings.SimulatedFullName(game.Scheduled.Home), TeamSpellings.SimulatedFullName(game.Scheduled.Away));
        return key switch
        {
            OddsApiQuery.Spreads => [new(home, null, line.HomeSpreadPrice, line.HomeSpread), new(away, null, line.AwaySpreadPrice, -line.HomeSpread)],
            OddsApiQuery.Totals => [new("Over", null, line.OverPrice, line.Total), new("Under", null, line.UnderPrice, line.Total)],
            _ => [new(home, null, line.HomeWinPrice, null), new(away, null, line.AwayWinPrice, null)],
        };
    }
}

/// <summary>A market of a book.</summary>
/// <param name="Key">player_points.</param>
/// <param name="Updated">When the book last changed anything in it, UTC.</param>
/// <param name="Outcomes">What can be bet on.</param>
internal sealed record Market(string Key, DateTimeOffset Updated, IReadOnlyList<MarketOutcome> Outcomes);

/// <summary>Something to bet on.</summary>
/// <param name="Name">Over, Under, or a team.</param>
/// <param name="Description">The player; null in markets of games.</param>
/// <param name="Price">The price.</param>
/// <param name="Point">Points of the line; null where there are none.</param>
internal sealed record MarketOutcome(string Name, string? Description, AmericanOdds Price, decimal? Point);
