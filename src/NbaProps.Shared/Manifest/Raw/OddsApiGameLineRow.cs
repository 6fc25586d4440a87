using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>
/// One bookmaker's price of one outcome of a game as one capture shows it: a handicap, a total or the winner. Rule "accumulate": every capture
/// of the date adds its rows.
/// </summary>
[Table("nba_raw", "odds_api_game_lines")]
public sealed record OddsApiGameLineRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits, from the schedule by date and teams.</summary>
    [Key(1)]
    [Cluster(0)]
    public required GameId GameId { get; init; }

    /// <summary>The bookmaker's key, such as draftkings.</summary>
    [Key(2)]
    [Cluster(1)]
    public required string Bookmaker { get; init; }

    /// <summary>The market's key: spreads, totals or h2h.</summary>
    [Key(3)]
    [Cluster(2)]
    public required string Market { get; init; }

    /// <summary>What the bet is on: home or away in spreads and h2h, over or under in totals.</summary>
    [Key(4)]
    public required string Outcome { get; init; }

    /// <summary>Points: in spreads the handicap that is added to the outcome's own team, with its sign; in totals those of both teams together; in h2h, which has none, 0.</summary>
    [Key(5)]
    [Between(-100, 500)]
    public required double Point { get; init; }

    /// <summary>When the quote was seen, UTC: the snapshot's own timestamp in a historical payload, otherwise the capture.</summary>
    [Key(6)]
    public required DateTimeOffset SnapshotAt { get; init; }

    /// <summary>The Odds API's id of the game.</summary>
    public required string EventId { get; init; }

    /// <summary>Home team, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>American price of the outcome.</summary>
    public required AmericanOdds Price { get; init; }

    /// <summary>Decimal price of the outcome, stake included: as sent, or converted from the American one.</summary>
    [Between(1, 1001)]
    public required double PriceDecimal { get; init; }

    /// <summary>Start of the game as the book's feed states it, UTC; NULL when it states none (midnight Eastern).</summary>
    public required DateTimeOffset? CommenceTime { get; init; }

    /// <summary>When the book last changed the market, UTC; NULL when the payload does not say.</summary>
    public required DateTimeOffset? BookmakerLastUpdate { get; init; }

    /// <summary>Whether the quote's own minute is unknown (no last update): snapshot_at then only says when it was read.</summary>
    public required bool SnapshotAssumed { get; init; }

    /// <summary>Whole minutes from snapshot_at to tip-off, negative after it; NULL when either time is assumed.</summary>
    [Between(-100000, 100000)]
    public required int? MinutesBeforeTipOff { get; init; }

    /// <summary>Whether both the snapshot and the book's last update lie before tip-off (before noon Eastern where the start is unknown).</summary>
    public required bool CapturedBeforeTipOff { get; init; }
}
