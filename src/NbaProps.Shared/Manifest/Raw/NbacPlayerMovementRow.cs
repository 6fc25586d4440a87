using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One line of a transaction: a signing, a waiver, or one player or right that changes its team in a trade. Rule "latest": the newest payload decides the date's partition.</summary>
[Table("nba_raw", "nbac_player_movement")]
public sealed record NbacPlayerMovementRow : WarehouseRow
{
    /// <summary>Day of the transaction as the league dates it.</summary>
    [Key(0)]
    public required GameDate TransactionDate { get; init; }

    /// <summary>Hash of all that the league states of the line, 32 hexadecimal digits: lines have no id of their own.</summary>
    [Key(1)]
    public required string LineId { get; init; }

    /// <summary>Kind as the league writes it: Signing, Waive, Trade, ContractConverted, AwardOnWaivers.</summary>
    [Cluster(2)]
    public required string TransactionType { get; init; }

    /// <summary>The transaction that the line is part of, such as "Trade 2023014": a trade's lines share it.</summary>
    public required string TransactionGroup { get; init; }

    /// <summary>The team that the league files the line under, tricode.</summary>
    [Cluster(1)]
    public required TeamTricode Team { get; init; }

    /// <summary>The league's person id; NULL when the line is of a draft pick, cash or other rights.</summary>
    [Cluster(0)]
    public required PlayerKey? PlayerId { get; init; }

    /// <summary>The player's name in the league's addresses, such as luka-doncic; NULL when not stated.</summary>
    public required string? PlayerSlug { get; init; }

    /// <summary>The line in the league's words.</summary>
    public required string Description { get; init; }

    /// <summary>The league's further number for sorting; NULL when not stated.</summary>
    [Between(-2147483648, 2147483647)]
    public required int? AdditionalSort { get; init; }

    /// <summary>Season that the day falls in, such as 2025-26; days between two seasons count to the one that ended.</summary>
    public required Season Season { get; init; }
}
