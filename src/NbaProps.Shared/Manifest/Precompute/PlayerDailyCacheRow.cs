using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Precompute;

/// <summary>
/// Figures of one candidate of the date, and of the two teams of his game, from earlier dates only. Counts games played (minutes above zero),
/// also of last season where fewer than wanted were played this season; a figure without its games is NULL.
/// </summary>
[Table("nba_precompute", "player_daily_cache")]
public sealed record PlayerDailyCacheRow : WarehouseRow
{
    /// <summary>US Eastern sports day that the figures are for.</summary>
    [Key(0)]
    public required GameDate CacheDate { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(1)]
    [Cluster(0)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>The game he is a candidate for.</summary>
    public required GameId GameId { get; init; }

    /// <summary>The player's name as the league last wrote it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>His team, tricode.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Games he has played this season.</summary>
    public required int GamesPlayedSeason { get; init; }

    /// <summary>Mean points of the last five games played.</summary>
    public required double? PointsAvgLast5 { get; init; }

    /// <summary>Mean points of the last ten games played.</summary>
    public required double? PointsAvgLast10 { get; init; }

    /// <summary>Mean points of the games played this season.</summary>
    public required double? PointsAvgSeason { get; init; }

    /// <summary>Sample standard deviation of the points of the last ten games played; NULL below two.</summary>
    public required double? PointsStdLast10 { get; init; }

    /// <summary>Mean points of the last two games played minus that of the three before, above zero when rising; NULL below five.</summary>
    public required double? PointsTrendLast5 { get; init; }

    /// <summary>Mean minutes of the last ten games played.</summary>
    public required double? MinutesAvgLast10 { get; init; }

    /// <summary>Mean minutes of the games played this season.</summary>
    public required double? MinutesAvgSeason { get; init; }

    /// <summary>Points over minutes, each summed over the last ten games played.</summary>
    public required double? PointsPerMinuteLast10 { get; init; }

    /// <summary>Usage in percent over the last ten games played, weighed by minutes.</summary>
    public required double? UsageRateLast10 { get; init; }

    /// <summary>True shooting over the last ten games played, points and attempts each summed; a ratio.</summary>
    public required double? TsPctLast10 { get; init; }

    /// <summary>Points from free throws over all points of the last ten games played; NULL below five games or without points.</summary>
    public required double? FreeThrowPointShareLast10 { get; init; }

    /// <summary>Games played on the seven days before the date.</summary>
    public required int GamesInLast7Days { get; init; }

    /// <summary>Mean points of the games played against this opponent within 365 days; NULL when there were none.</summary>
    public required double? PointsAvgVsOpponent { get; init; }

    /// <summary>Number of games played against this opponent within 365 days.</summary>
    public required int GamesVsOpponent { get; init; }

    /// <summary>Mean pace of his team's last ten games.</summary>
    public required double? TeamPaceLast10 { get; init; }

    /// <summary>Mean offensive rating of his team's last ten games.</summary>
    public required double? TeamOffRatingLast10 { get; init; }

    /// <summary>Share of this season's games that his team won; NULL below five.</summary>
    public required double? TeamWinPct { get; init; }

    /// <summary>Mean defensive rating of the opponent's last fifteen games.</summary>
    public required double? OpponentDefRatingLast15 { get; init; }

    /// <summary>Mean pace of the opponent's last fifteen games.</summary>
    public required double? OpponentPaceLast15 { get; init; }

    /// <summary>Mean pace of the opponent's last ten games.</summary>
    public required double? OpponentPaceLast10 { get; init; }
}
