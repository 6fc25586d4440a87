using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;

namespace NbaProps.Truth.Knowledge;

/// <summary>What was asked of The Odds API on a date. Rule: books of its region "us", their main lines; each look stays beside the ones before it.</summary>
internal static class SeenQuotes
{
    private const string OfAnotherRegion = "espnbet";

    /// <summary>The books that are asked for.</summary>
    public static IEnumerable<Bookmaker> Books => Bookmaker.All.Where(book => book.Key != OfAnotherRegion);

    /// <summary>The looks of a date up to a moment, oldest first.</summary>
    public static IEnumerable<DateTimeOffset> Looks(DayTruth day, Moment moment) =>
        new[] { Moment.Context, Moment.CutOff }.Where(look => look <= moment).Select(day.At);

    /// <summary>The lines on players that were seen by a moment.</summary>
    public static IEnumerable<SeenQuote> OfPlayers(DayTruth day, Moment moment) =>
        from look in Looks(day, moment)
        from game in day.Games
        from quote in day.Season.Props.Of(game, look)
        where quote.IsMain && quote.Book.Key != OfAnotherRegion
        select new SeenQuote(game, quote, look);
}
