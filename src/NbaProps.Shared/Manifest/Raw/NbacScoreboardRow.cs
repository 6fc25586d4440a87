using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One game as the newest captured scoreboard of its date shows it. Rule "latest": that payload decides the date's partition.</summary>
[Table("nba_raw", "nbac_scoreboard_v2")]
public sealed record NbacScoreboardRow : WarehouseRow
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

    /// <summary>Whether the status text is PPD: the league has postponed the game.</summary>
    public required bool Postponed { get; init; }

    /// <summary>Home team, tricode.</summary>
    [Cluster(0)]
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    [Cluster(1)]
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>Points of the home team, so far when the game is live; NULL before it, and of a postponed game.</summary>
    [Between(0, 300)]
    public required int? HomeScore { get; init; }

    /// <summary>Points of the visiting team, so far when the game is live; NULL before it, and of a postponed game.</summary>
    [Between(0, 300)]
    public required int? AwayScore { get; init; }

    /// <summary>The team with more points, tricode; NULL until the game is final.</summary>
    public required TeamTricode? Winner { get; init; }

    /// <summary>Start of the game, UTC; noon Eastern of the date when it is to be determined; NULL when not stated (scoreboardV2 of a game that has begun).</summary>
    public required DateTimeOffset? TipOff { get; init; }

    /// <summary>Whether the start is to be determined, so that tip_off is assumed and differences to it mean nothing.</summary>
    public required bool TipOffAssumed { get; init; }
}
