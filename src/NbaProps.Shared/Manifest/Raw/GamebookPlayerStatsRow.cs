using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>
/// One player whom a gamebook lists: with counts, without having played, or inactive. Rule "latest" per game. A game whose gamebook is missing has the
/// box score's players instead, who are all active; source is then the box score's.
/// </summary>
[Table("nba_raw", "nbac_gamebook_player_stats")]
public sealed record GamebookPlayerStatsRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The player's team, tricode.</summary>
    [Key(2)]
    [Cluster(0)]
    public required TeamTricode Team { get; init; }

    /// <summary>His name as a key; of an inactive player the resolved player's, or the last name alone while he is not resolved.</summary>
    [Key(3)]
    public required NameKey NameKey { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team played at home.</summary>
    public required bool IsHome { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>gold: from the gamebook; silver: from the box score, without those who did not play.</summary>
    public required string Quality { get; init; }

    /// <summary>His name as the gamebook writes it; of an inactive player the last name alone, with its suffix.</summary>
    public required string PlayerName { get; init; }

    /// <summary>active, dnp (did not play), dnd (did not dress), nwt (not with the team) or inactive.</summary>
    [Cluster(1)]
    public required string PlayerStatus { get; init; }

    /// <summary>The league's person id; NULL while the name is not resolved.</summary>
    public required PlayerKey? PlayerId { get; init; }

    /// <summary>resolved, ambiguous (several players may be meant) or not_found.</summary>
    [Cluster(2)]
    public required string NameResolutionStatus { get; init; }

    /// <summary>How sure the answer is, 0 to 1; NULL when nobody was found.</summary>
    [Between(0, 1)]
    public required double? NameResolutionConfidence { get; init; }

    /// <summary>What told: box_score (the game's lists him under the name), full_name (of earlier games), roster, suffix, injury_list or alias (an operator's); NULL when nothing did.</summary>
    public required string? NameResolutionMethod { get; init; }

    /// <summary>The number on his shirt, "00" and "0" being two; NULL for an inactive player and in silver rows.</summary>
    public required string? JerseyNumber { get; init; }

    /// <summary>F, C or G of a starter; NULL for others and in silver rows.</summary>
    public required string? Position { get; init; }

    /// <summary>Why he did not play, as written; NULL for active players and where no reason is given.</summary>
    public required string? Reason { get; init; }

    /// <summary>injury_illness, g_league, rest, personal, suspension, trade, not_with_team or other; NULL without a reason.</summary>
    public required string? ReasonCategory { get; init; }

    /// <summary>Playing time in seconds; this and all counts are NULL for players who are not active. NULL in silver rows, whose source may round to whole minutes.</summary>
    [Between(0, 6000)]
    public required int? SecondsPlayed { get; init; }

    /// <summary>Field goals made, threes included.</summary>
    [Between(0, 80)]
    public required int? FieldGoalsMade { get; init; }

    /// <summary>Field goals attempted, threes included.</summary>
    [Between(0, 80)]
    public required int? FieldGoalsAttempted { get; init; }

    /// <summary>Three-point field goals made.</summary>
    [Between(0, 80)]
    public required int? ThreePointersMade { get; init; }

    /// <summary>Three-point field goals attempted.</summary>
    [Between(0, 80)]
    public required int? ThreePointersAttempted { get; init; }

    /// <summary>Free throws made.</summary>
    [Between(0, 80)]
    public required int? FreeThrowsMade { get; init; }

    /// <summary>Free throws attempted.</summary>
    [Between(0, 80)]
    public required int? FreeThrowsAttempted { get; init; }

    /// <summary>Offensive rebounds.</summary>
    [Between(0, 80)]
    public required int? OffensiveRebounds { get; init; }

    /// <summary>Defensive rebounds.</summary>
    [Between(0, 80)]
    public required int? DefensiveRebounds { get; init; }

    /// <summary>Rebounds, offensive and defensive.</summary>
    [Between(0, 80)]
    public required int? Rebounds { get; init; }

    /// <summary>Assists.</summary>
    [Between(0, 80)]
    public required int? Assists { get; init; }

    /// <summary>Personal fouls.</summary>
    [Between(0, 10)]
    public required int? PersonalFouls { get; init; }

    /// <summary>Steals.</summary>
    [Between(0, 40)]
    public required int? Steals { get; init; }

    /// <summary>Turnovers.</summary>
    [Between(0, 40)]
    public required int? Turnovers { get; init; }

    /// <summary>Blocked shots.</summary>
    [Between(0, 40)]
    public required int? Blocks { get; init; }

    /// <summary>Margin of the team while he was on court.</summary>
    [Between(-150, 150)]
    public required int? PlusMinus { get; init; }

    /// <summary>Points.</summary>
    [Between(0, 110)]
    public required int? Points { get; init; }
}
