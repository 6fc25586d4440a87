using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One game as the newest captured schedule of its date lists it. Rule "latest": that payload decides the date's partition, but for a game's start, which no payload captured after it can move. ESPN's has no ids: it only says how games stand that the league has listed.</summary>
[Table("nba_raw", "nbac_schedule")]
public sealed record NbacScheduleRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, all_star, playoffs, play_in or cup_final, from the game id.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>1 scheduled, 2 live, 3 final.</summary>
    [Between(1, 3)]
    public required int GameStatus { get; init; }

    /// <summary>Status as the league writes it: "7:30 pm ET", "Q3 4:12", "Final/OT", "PPD", "TBD".</summary>
    public required string GameStatusText { get; init; }

    /// <summary>Home team, tricode.</summary>
    [Cluster(0)]
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    [Cluster(1)]
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>Points of the home team; NULL until the game is final.</summary>
    [Between(0, 300)]
    public required int? HomeScore { get; init; }

    /// <summary>Points of the visiting team; NULL until the game is final.</summary>
    [Between(0, 300)]
    public required int? AwayScore { get; init; }

    /// <summary>Start of the game, UTC; noon Eastern of the date when the schedule states none. As stated before the start.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>Whether the schedule states no start (midnight Eastern), so that tip_off is assumed and differences to it mean nothing.</summary>
    public required bool TipOffAssumed { get; init; }

    /// <summary>Whether the league has postponed the game without listing a new date.</summary>
    public required bool Postponed { get; init; }

    /// <summary>Games of the home team that the schedule lists for earlier dates of the season: regular season, play-in and play-offs, postponed ones left out.</summary>
    [Between(0, 120)]
    public required int HomeGamesBefore { get; init; }

    /// <summary>Games of the visiting team that the schedule lists for earlier dates of the season, counted alike.</summary>
    [Between(0, 120)]
    public required int AwayGamesBefore { get; init; }

    /// <summary>Whether the game is played at a neutral site.</summary>
    public required bool NeutralSite { get; init; }

    /// <summary>Name of the arena; NULL when not stated.</summary>
    public string? ArenaName { get; init; }
}
