using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>What one team did with the ball in one final game.</summary>
[Table("nba_analytics", "team_offense_game_summary")]
public sealed record TeamOffenseGameSummaryRow : WarehouseRow
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

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Whether the team played at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Whether the team won; NULL when the box score does not say.</summary>
    public required bool? Won { get; init; }

    /// <summary>Points minus the opponent's; NULL without the opponent's line.</summary>
    public required int? MarginOfVictory { get; init; }

    /// <summary>Minutes of all its players, rounded by the league: about 240, and 25 more per overtime.</summary>
    public required int TeamMinutes { get; init; }

    /// <summary>Number of overtimes; NULL when the minutes are too few for a finished game.</summary>
    [Between(0, 10)]
    public required int? OvertimePeriods { get; init; }

    /// <summary>Points.</summary>
    public required int PointsScored { get; init; }

    /// <summary>Field goals made, threes included.</summary>
    public required int FgMakes { get; init; }

    /// <summary>Field goals attempted, threes included.</summary>
    public required int FgAttempts { get; init; }

    /// <summary>Three-point field goals made.</summary>
    public required int ThreePtMakes { get; init; }

    /// <summary>Three-point field goals attempted.</summary>
    public required int ThreePtAttempts { get; init; }

    /// <summary>Free throws made.</summary>
    public required int FtMakes { get; init; }

    /// <summary>Free throws attempted.</summary>
    public required int FtAttempts { get; init; }

    /// <summary>Offensive rebounds.</summary>
    public required int OffensiveRebounds { get; init; }

    /// <summary>Rebounds, offensive and defensive, without team rebounds.</summary>
    public required int Rebounds { get; init; }

    /// <summary>Assists.</summary>
    public required int Assists { get; init; }

    /// <summary>Turnovers.</summary>
    public required int Turnovers { get; init; }

    /// <summary>Personal fouls.</summary>
    public required int PersonalFouls { get; init; }

    /// <summary>Possessions, FGA + 0.44 x FTA + TOV - OREB; NULL when that is not above zero.</summary>
    [Between(40, 220)]
    public required double? Possessions { get; init; }

    /// <summary>Possessions per 48 minutes, the mean of both teams'; of its own without the opponent's line.</summary>
    [Between(60, 150)]
    public required double? Pace { get; init; }

    /// <summary>Points per 100 possessions.</summary>
    [Between(40, 200)]
    public required double? OffensiveRating { get; init; }

    /// <summary>True shooting, a ratio.</summary>
    [Between(0, 1.5)]
    public required double? TsPct { get; init; }

    /// <summary>Effective field-goal share, a ratio.</summary>
    [Between(0, 1.5)]
    public required double? EfgPct { get; init; }
}
