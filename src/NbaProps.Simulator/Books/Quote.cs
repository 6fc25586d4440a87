using NbaProps.Domain.Odds;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Books;

/// <summary>A line of a book on a player's points, as it stands.</summary>
/// <param name="Book">The book.</param>
/// <param name="Player">The player.</param>
/// <param name="NameAsWritten">His name as the book writes it: without marks, and with some books without suffix.</param>
/// <param name="Line">Points.</param>
/// <param name="Over">Price of more.</param>
/// <param name="Under">Price of fewer; null where an alternate is offered on one side only.</param>
/// <param name="IsMain">Whether it is the book's main line.</param>
/// <param name="Updated">When the book last changed it, UTC.</param>
public sealed record Quote(Bookmaker Book, SimulatedPlayer Player, string NameAsWritten, PointsLine Line, AmericanOdds Over, AmericanOdds? Under, bool IsMain, DateTimeOffset Updated);

/// <summary>A book's lines on a game.</summary>
/// <param name="Book">The book.</param>
/// <param name="HomeSpread">Points that the home team is given; below 0 when it is the favourite.</param>
/// <param name="HomeSpreadPrice">Price of the home team with them.</param>
/// <param name="AwaySpreadPrice">Price of the visitors without.</param>
/// <param name="Total">Points of both.</param>
/// <param name="OverPrice">Price of more.</param>
/// <param name="UnderPrice">Price of fewer.</param>
/// <param name="HomeWinPrice">Price of the home team without any points given.</param>
/// <param name="AwayWinPrice">Price of the visitors likewise.</param>
/// <param name="Updated">When the book last changed them, UTC.</param>
public sealed record GameQuote(
    Bookmaker Book,
    decimal HomeSpread,
    AmericanOdds HomeSpreadPrice,
    AmericanOdds AwaySpreadPrice,
    decimal Total,
    AmericanOdds OverPrice,
    AmericanOdds UnderPrice,
    AmericanOdds HomeWinPrice,
    AmericanOdds AwayWinPrice,
    DateTimeOffset Updated);
