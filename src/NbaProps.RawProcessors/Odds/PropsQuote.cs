using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;

namespace NbaProps.RawProcessors.Odds;

/// <summary>One bookmaker's points line of one player, both sides of one point.</summary>
/// <param name="Book">The bookmaker's key.</param>
/// <param name="PlayerName">The player as the book writes him.</param>
/// <param name="NameKey">The same as a key.</param>
/// <param name="Line">Points that the bet is over or under.</param>
/// <param name="Over">Price of more points; null when not offered.</param>
/// <param name="Under">Price of fewer points; null when not offered.</param>
/// <param name="Updated">When the book last changed it; null when not stated.</param>
internal sealed record PropsQuote(string Book, string PlayerName, NameKey NameKey, PointsLine Line, OddsPrice? Over, OddsPrice? Under, DateTimeOffset? Updated);
