using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One official of one game as the league announces the crew on the morning of the day. Rule "latest": the newest payload decides the date's partition.</summary>
[Table("nba_raw", "nbac_referee_game_assignments")]
public sealed record NbacRefereeGameAssignmentRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>Place in the league's list of the game's officials, 1 to 4; the fourth is mostly empty.</summary>
    [Key(2)]
    [Between(1, 4)]
    public required int OfficialPosition { get; init; }

    /// <summary>The league's number of the official, 1 or more.</summary>
    [Cluster(0)]
    [Between(1, 2147483647)]
    public required int OfficialCode { get; init; }

    /// <summary>The official's name as the league writes it.</summary>
    public required string OfficialName { get; init; }

    /// <summary>Number on the official's jersey, as text; NULL when not stated.</summary>
    public required string? OfficialJerseyNumber { get; init; }

    /// <summary>Home team, tricode.</summary>
    [Cluster(1)]
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, all_star, playoffs, play_in or cup_final, from the game id.</summary>
    public required string SeasonPhase { get; init; }
}
