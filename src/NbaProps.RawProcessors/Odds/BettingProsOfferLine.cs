using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;

namespace NbaProps.RawProcessors.Odds;

/// <summary>One active price of one bookmaker for one side of a player's points, as BettingPros lists it; before events and schedule are looked at.</summary>
/// <param name="OfferId">BettingPros' id of the offer.</param>
/// <param name="EventId">BettingPros' id of the game, digits.</param>
/// <param name="BettingProsPlayerId">BettingPros' id of the player, digits; not the league's.</param>
/// <param name="PlayerName">The player as BettingPros writes him.</param>
/// <param name="NameKey">The same as a key.</param>
/// <param name="Bookmaker">The bookmaker, such as draftkings; consensus is BettingPros' own of several.</param>
/// <param name="Side">More points than the line, or fewer.</param>
/// <param name="Line">Points that the bet is over or under.</param>
/// <param name="Price">American price.</param>
/// <param name="Updated">When the book last changed it, UTC; null when not stated.</param>
internal sealed record BettingProsOfferLine(
    string OfferId,
    string EventId,
    string BettingProsPlayerId,
    string PlayerName,
    NameKey NameKey,
    string Bookmaker,
    Side Side,
    PointsLine Line,
    AmericanOdds Price,
    DateTimeOffset? Updated);
