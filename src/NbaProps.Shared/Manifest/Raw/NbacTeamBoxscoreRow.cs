using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One team's line of one game as the league's game log has it, or else the game's own box score. Rule "latest" per game; one source decides a whole game.</summary>
[Table("nba_raw", "nbac_team_boxscore")]
public sealed record NbacTeamBoxscoreRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The team, tricode.</summary>
    [Key(2)]
    [Cluster(0)]
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether the team played at home.</summary>
    public required bool IsHome { get; init; }

    /// <summary>Whether the team won; NULL while the game is not over.</summary>
    public required bool? Won { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, playoffs, play_in or cup_final, from the game id.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Minutes of all its players, as the league adds up rounded minutes: about 240, and 25 more per overtime.</summary>
    [Between(0, 500)]
    public required int Minutes { get; init; }

    /// <summary>Field goals made, threes included.</summary>
    [Between(0, 200)]
    public required int FieldGoalsMade { get; init; }

    /// <summary>Field goals attempted, threes included.</summary>
    [Between(0, 200)]
    public required int FieldGoalsAttempted { get; init; }

    /// <summary>Three-point field goals made.</summary>
    [Between(0, 200)]
    public required int ThreePointersMade { get; init; }

    /// <summary>Three-point field goals attempted.</summary>
    [Between(0, 200)]
    public required int ThreePointersAttempted { get; init; }

    /// <summary>Free throws made.</summary>
    [Between(0, 200)]
    public required int FreeThrowsMade { get; init; }

    /// <summary>Free throws attempted.</summary>
    [Between(0, 200)]
    public required int FreeThrowsAttempted { get; init; }

    /// <summary>Offensive rebounds.</summary>
    [Between(0, 100)]
    public required int OffensiveRebounds { get; init; }

    /// <summary>Defensive rebounds.</summary>
    [Between(0, 150)]
    public required int DefensiveRebounds { get; init; }

    /// <summary>Rebounds, offensive and defensive. Team rebounds are not counted.</summary>
    [Between(0, 200)]
    public required int Rebounds { get; init; }

    /// <summary>Assists.</summary>
    [Between(0, 100)]
    public required int Assists { get; init; }

    /// <summary>Steals.</summary>
    [Between(0, 60)]
    public required int Steals { get; init; }

    /// <summary>Blocked shots.</summary>
    [Between(0, 60)]
    public required int Blocks { get; init; }

    /// <summary>Turnovers. Sum of the players'; team turnovers may come on top.</summary>
    [Between(0, 80)]
    public required int Turnovers { get; init; }

    /// <summary>Personal fouls.</summary>
    [Between(0, 100)]
    public required int PersonalFouls { get; init; }

    /// <summary>Points: 2 x field goals made + threes made + free throws made.</summary>
    [Between(0, 300)]
    public required int Points { get; init; }

    /// <summary>Margin of the game for the team; NULL when the league does not give it.</summary>
    [Between(-150, 150)]
    public required int? PlusMinus { get; init; }
}
