using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>What one player did in one final game. Rows of zero minutes are kept with played false; who has no row did not appear.</summary>
[Table("nba_analytics", "player_game_summary")]
public sealed record PlayerGameSummaryRow : WarehouseRow
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
    public required bool HomeGame { get; init; }

    /// <summary>Whether his team won; NULL when the box score does not say.</summary>
    public required bool? Won { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>preseason, regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Whether he played: minutes above zero. The league rounds minutes, so a few seconds on court count as not played.</summary>
    public required bool Played { get; init; }

    /// <summary>Playing time in the league's rounded whole minutes.</summary>
    [Between(0, 100)]
    public required int MinutesPlayed { get; init; }

    /// <summary>Points.</summary>
    [Between(0, 110)]
    public required int Points { get; init; }

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

    /// <summary>Defensive rebounds.</summary>
    public required int DefensiveRebounds { get; init; }

    /// <summary>Assists.</summary>
    public required int Assists { get; init; }

    /// <summary>Steals.</summary>
    public required int Steals { get; init; }

    /// <summary>Blocked shots.</summary>
    public required int Blocks { get; init; }

    /// <summary>Turnovers.</summary>
    public required int Turnovers { get; init; }

    /// <summary>Personal fouls.</summary>
    public required int PersonalFouls { get; init; }

    /// <summary>Margin of the team while he was on court; NULL when the league does not give it.</summary>
    public required int? PlusMinus { get; init; }

    /// <summary>
    /// Percent of his team's possessions that he ended while on court, by the share of team minutes over five; NULL when not played or without the
    /// team's line. Rounded minutes make very short stints absurd, above 100 too: weigh it by minutes.
    /// </summary>
    public required double? UsageRate { get; init; }

    /// <summary>True shooting, PTS / (2 x (FGA + 0.44 x FTA)), a ratio; NULL without an attempt.</summary>
    [Between(0, 3.5)]
    public required double? TsPct { get; init; }

    /// <summary>Effective field-goal share, (FGM + 0.5 x 3PM) / FGA, a ratio; NULL without an attempt.</summary>
    [Between(0, 1.5)]
    public required double? EfgPct { get; init; }
}
