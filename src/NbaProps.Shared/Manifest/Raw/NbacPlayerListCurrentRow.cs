using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One player as the league's list of players shows him on a day. Rule "latest": the newest list captured for the date decides its partition.</summary>
[Table("nba_raw", "nbac_player_list_current")]
public sealed record NbacPlayerListCurrentRow : WarehouseRow
{
    /// <summary>US Eastern sports day that the list was captured for; the list itself states none.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(1)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>First name and last name as the league writes them.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key: lower case, without marks, punctuation and suffix.</summary>
    [Cluster(0)]
    public required NameKey NameKey { get; init; }

    /// <summary>The name in the league's addresses, such as luka-doncic; NULL when not stated.</summary>
    public required string? PlayerSlug { get; init; }

    /// <summary>His team, tricode; NULL for a free agent.</summary>
    [Cluster(1)]
    public required TeamTricode? Team { get; init; }

    /// <summary>Season that the list is of, such as 2025-26.</summary>
    public required Season Season { get; init; }

    /// <summary>Whether the league counts him to its rosters; NULL when not stated.</summary>
    public required bool? OnRoster { get; init; }

    /// <summary>Number on his jersey, as text ("00" is not "0"); NULL when he has none.</summary>
    public required string? JerseyNumber { get; init; }

    /// <summary>G, F, C or two of them, first the main one: "G-F"; NULL when not stated.</summary>
    public required string? Position { get; init; }

    /// <summary>Height, inches; NULL when not stated.</summary>
    [Between(48, 108)]
    public required int? HeightInches { get; init; }

    /// <summary>Weight, pounds; NULL when not stated.</summary>
    [Between(90, 500)]
    public required int? WeightPounds { get; init; }

    /// <summary>College or last club before the league; NULL when not stated.</summary>
    public required string? College { get; init; }

    /// <summary>Country; NULL when not stated.</summary>
    public required string? Country { get; init; }

    /// <summary>Year of the draft; NULL when not stated, also for most of those who were not drafted.</summary>
    [Between(1946, 2200)]
    public required int? DraftYear { get; init; }

    /// <summary>Round of the draft; NULL for who was not drafted.</summary>
    [Between(1, 30)]
    public required int? DraftRound { get; init; }

    /// <summary>Number of the pick in the draft, over all rounds; NULL for who was not drafted.</summary>
    [Between(1, 300)]
    public required int? DraftNumber { get; init; }

    /// <summary>Calendar year in which his first season began; NULL when not stated.</summary>
    [Between(1946, 2200)]
    public required int? FromYear { get; init; }

    /// <summary>Calendar year in which his latest season began; NULL when not stated.</summary>
    [Between(1946, 2200)]
    public required int? ToYear { get; init; }
}
