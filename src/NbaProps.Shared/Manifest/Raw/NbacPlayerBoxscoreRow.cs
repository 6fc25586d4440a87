using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One player's line of one game as the league's game log has it, or else the first source that stands in for it. Who did not play has no row. Rule "latest" per game; one source decides a whole game.</summary>
[Table("nba_raw", "nbac_player_boxscores")]
public sealed record NbacPlayerBoxscoreRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(2)]
    [Cluster(0)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>The player's name as the league writes it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key: lower case, without marks, punctuation and suffix.</summary>
    public required NameKey NameKey { get; init; }

    /// <summary>Team he played for, tricode.</summary>
    [Cluster(1)]
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team played at home.</summary>
    public required bool IsHome { get; init; }

    /// <summary>Whether his team won; NULL while the game is not over.</summary>
    public required bool? Won { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, playoffs, play_in or cup_final, from the game id.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Playing time in the league's rounded whole minutes; 0 can be a player who was on court for seconds.</summary>
    [Between(0, 100)]
    public required int Minutes { get; init; }

    /// <summary>Field goals made, threes included.</summary>
    [Between(0, 80)]
    public required int FieldGoalsMade { get; init; }

    /// <summary>Field goals attempted, threes included.</summary>
    [Between(0, 80)]
    public required int FieldGoalsAttempted { get; init; }

    /// <summary>Three-point field goals made.</summary>
    [Between(0, 80)]
    public required int ThreePointersMade { get; init; }

    /// <summary>Three-point field goals attempted.</summary>
    [Between(0, 80)]
    public required int ThreePointersAttempted { get; init; }

    /// <summary>Free throws made.</summary>
    [Between(0, 80)]
    public required int FreeThrowsMade { get; init; }

    /// <summary>Free throws attempted.</summary>
    [Between(0, 80)]
    public required int FreeThrowsAttempted { get; init; }

    /// <summary>Offensive rebounds.</summary>
    [Between(0, 80)]
    public required int OffensiveRebounds { get; init; }

    /// <summary>Defensive rebounds.</summary>
    [Between(0, 80)]
    public required int DefensiveRebounds { get; init; }

    /// <summary>Rebounds, offensive and defensive.</summary>
    [Between(0, 80)]
    public required int Rebounds { get; init; }

    /// <summary>Assists.</summary>
    [Between(0, 80)]
    public required int Assists { get; init; }

    /// <summary>Steals.</summary>
    [Between(0, 40)]
    public required int Steals { get; init; }

    /// <summary>Blocked shots.</summary>
    [Between(0, 40)]
    public required int Blocks { get; init; }

    /// <summary>Turnovers.</summary>
    [Between(0, 40)]
    public required int Turnovers { get; init; }

    /// <summary>Personal fouls.</summary>
    [Between(0, 10)]
    public required int PersonalFouls { get; init; }

    /// <summary>Points: 2 x field goals made + threes made + free throws made.</summary>
    [Between(0, 110)]
    public required int Points { get; init; }

    /// <summary>Margin of the team while the player was on court; NULL when the league does not give it.</summary>
    [Between(-150, 150)]
    public required int? PlusMinus { get; init; }
}
