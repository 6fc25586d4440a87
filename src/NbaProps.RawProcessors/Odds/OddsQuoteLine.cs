using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Odds;

/// <summary>One price of one bookmaker, before the schedule is looked at.</summary>
/// <param name="EventId">The Odds API's id of the game.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="CommenceTime">Stated start, UTC; null when none is stated or it is midnight Eastern.</param>
/// <param name="SeenAt">The snapshot's own timestamp in a historical payload, otherwise when the upstream answered; UTC.</param>
/// <param name="Market">The market's key: player_points, player_points_alternate, spreads, totals or h2h.</param>
/// <param name="Bookmaker">The bookmaker's key, such as draftkings.</param>
/// <param name="LastUpdate">When the book last changed the market, UTC; null when the payload does not say.</param>
/// <param name="PlayerName">The player as the book writes him; null in a market of the game.</param>
/// <param name="NameKey">The same as a key; null in a market of the game.</param>
/// <param name="Outcome">What the bet is on: over or under, home or away.</param>
/// <param name="Team">The team of home or away; null of over and under.</param>
/// <param name="Point">Points that are bet over or under, or the team's handicap with its sign; null of h2h.</param>
/// <param name="Price">American price.</param>
/// <param name="PriceDecimal">Decimal price, stake included: as sent, or converted from the American one.</param>
internal sealed record OddsQuoteLine(
    string EventId,
    TeamTricode HomeTeam,
    TeamTricode AwayTeam,
    DateTimeOffset? CommenceTime,
    DateTimeOffset SeenAt,
    string Market,
    string Bookmaker,
    DateTimeOffset? LastUpdate,
    string? PlayerName,
    NameKey? NameKey,
    string Outcome,
    TeamTricode? Team,
    decimal? Point,
    AmericanOdds Price,
    double PriceDecimal);
