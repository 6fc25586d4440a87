using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>
/// One bookmaker's points line for one player as one capture shows it, Over and Under of the same point together. Rule "accumulate": every
/// capture of the date adds its rows.
/// </summary>
[Table("nba_raw", "odds_api_player_points_props")]
public sealed record OddsApiPlayerPointsPropsRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits, from the schedule by date and teams.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The bookmaker's key, such as draftkings.</summary>
    [Key(2)]
    [Cluster(0)]
    public required string Bookmaker { get; init; }

    /// <summary>The player's name as a key: lower case, without marks, punctuation and suffix; not yet a player.</summary>
    [Key(3)]
    [Cluster(1)]
    public required NameKey NameKey { get; init; }

    /// <summary>The market's key: player_points.</summary>
    [Key(4)]
    public required string Market { get; init; }

    /// <summary>Points that the bet is over or under; alternate lines of a player are rows of their own.</summary>
    [Key(5)]
    [Between(0.5, 80)]
    public required PointsLine PointsLine { get; init; }

    /// <summary>When the quote was seen, UTC: the snapshot's own timestamp in a historical payload, otherwise the capture.</summary>
    [Key(6)]
    public required DateTimeOffset SnapshotAt { get; init; }

    /// <summary>The source's own id of the game, as text: The Odds API's, or BettingPros' number of its event.</summary>
    public required string EventId { get; init; }

    /// <summary>Home team, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>The player's name as the book writes it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>American price of more points than the line; NULL when the book offers none.</summary>
    public required AmericanOdds? OverPrice { get; init; }

    /// <summary>American price of fewer points than the line; NULL when the book offers none.</summary>
    public required AmericanOdds? UnderPrice { get; init; }

    /// <summary>Decimal price of more points, stake included: as sent, or converted from the American one.</summary>
    [Between(1, 1001)]
    public required double? OverPriceDecimal { get; init; }

    /// <summary>Decimal price of fewer points, stake included: as sent, or converted from the American one.</summary>
    [Between(1, 1001)]
    public required double? UnderPriceDecimal { get; init; }

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
