using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>What one team allowed its opponent in one final game.</summary>
[Table("nba_analytics", "team_defense_game_summary")]
public sealed record TeamDefenseGameSummaryRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The defending team, tricode.</summary>
    [Key(2)]
    [Cluster(0)]
    public required TeamTricode Team { get; init; }

    /// <summary>The attacking team, whose figures these are, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Whether the defending team played at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Whether the defending team won; NULL when the box score does not say.</summary>
    public required bool? Won { get; init; }

    /// <summary>Points of the defending team minus the opponent's.</summary>
    public required int MarginOfVictory { get; init; }

    /// <summary>Number of overtimes; NULL when the minutes are too few for a finished game.</summary>
    [Between(0, 10)]
    public required int? OvertimePeriods { get; init; }

    /// <summary>The opponent's points.</summary>
    public required int PointsAllowed { get; init; }

    /// <summary>The opponent's field goals made, threes included.</summary>
    public required int OppFgMakes { get; init; }

    /// <summary>The opponent's field goals attempted, threes included.</summary>
    public required int OppFgAttempts { get; init; }

    /// <summary>The opponent's three-point field goals made.</summary>
    public required int OppThreePtMakes { get; init; }

    /// <summary>The opponent's three-point field goals attempted.</summary>
    public required int OppThreePtAttempts { get; init; }

    /// <summary>The opponent's free throws made.</summary>
    public required int OppFtMakes { get; init; }

    /// <summary>The opponent's free throws attempted.</summary>
    public required int OppFtAttempts { get; init; }

    /// <summary>The opponent's rebounds, without team rebounds.</summary>
    public required int OppRebounds { get; init; }

    /// <summary>The opponent's assists.</summary>
    public required int OppAssists { get; init; }

    /// <summary>The opponent's turnovers.</summary>
    public required int TurnoversForced { get; init; }

    /// <summary>Fouls of the defending team.</summary>
    public required int FoulsCommitted { get; init; }

    /// <summary>Steals of the defending team.</summary>
    public required int Steals { get; init; }

    /// <summary>Blocked shots of the defending team.</summary>
    public required int Blocks { get; init; }

    /// <summary>Defensive rebounds of the defending team.</summary>
    public required int DefensiveRebounds { get; init; }

    /// <summary>The opponent's points per 100 of its possessions; lower is better.</summary>
    [Between(40, 200)]
    public required double? DefensiveRating { get; init; }

    /// <summary>Possessions per 48 minutes of the game, the mean of both teams'.</summary>
    [Between(60, 150)]
    public required double? OpponentPace { get; init; }

    /// <summary>The opponent's true shooting, a ratio.</summary>
    [Between(0, 1.5)]
    public required double? OpponentTsPct { get; init; }

    /// <summary>The opponent's effective field-goal share, a ratio.</summary>
    [Between(0, 1.5)]
    public required double? OpponentEfgPct { get; init; }
}
