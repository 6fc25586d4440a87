using System.Collections.Frozen;
using System.Globalization;

namespace NbaProps.Domain.Features;

/// <summary>
/// The features a model is trained and served on, declared once. What each means stands at <see cref="FeatureIndex"/>; there are no default
/// values, because a missing value is missing.
/// </summary>
public static class FeatureContract
{
    /// <summary>The name under which models and stored rows refer to this list.</summary>
    public const string Version = "v2_33features";

    /// <summary>The features in the order of the vector.</summary>
    public static IReadOnlyList<FeatureDefinition> Features { get; } =
    [
        Required(FeatureIndex.PointsAvgLast5, "points_avg_last_5", "points", "player_daily_cache", 0, 70),
        Required(FeatureIndex.PointsAvgLast10, "points_avg_last_10", "points", "player_daily_cache", 0, 70),
        Required(FeatureIndex.PointsAvgSeason, "points_avg_season", "points", "player_daily_cache", 0, 70),
        Required(FeatureIndex.PointsStdLast10, "points_std_last_10", "points", "player_daily_cache", 0, 30),
        Optional(FeatureIndex.GamesInLast7Days, "games_in_last_7_days", "games", "player_daily_cache", 0, 4),
        Optional(FeatureIndex.FatigueScore, "fatigue_score", "score", "player_composite_factors", 0, 100),
        Optional(FeatureIndex.ShotZoneMismatchScore, "shot_zone_mismatch_score", "score", "player_composite_factors", -15, 15),
        Optional(FeatureIndex.PaceScore, "pace_score", "score", "player_composite_factors", -8, 8),
        Optional(FeatureIndex.UsageSpikeScore, "usage_spike_score", "score", "player_composite_factors", -8, 8),
        Optional(FeatureIndex.RestAdvantage, "rest_advantage", "days", "schedule", -3, 3),
        Optional(FeatureIndex.InjuryRisk, "injury_risk", "level", "injury_report", 0, 3),
        Optional(FeatureIndex.RecentTrend, "recent_trend", "level", "player_daily_cache", -2, 2),
        Optional(FeatureIndex.MinutesChange, "minutes_change", "level", "player_daily_cache", -2, 2),
        Optional(FeatureIndex.OpponentDefRating, "opponent_def_rating", "points per 100 possessions", "team_defense_game_summary", 90, 130),
        Optional(FeatureIndex.OpponentPace, "opponent_pace", "possessions per 48 minutes", "team_defense_game_summary", 90, 115),
        Required(FeatureIndex.HomeAway, "home_away", "flag", "schedule", 0, 1),
        Required(FeatureIndex.BackToBack, "back_to_back", "flag", "schedule", 0, 1),
        Optional(FeatureIndex.PlayoffGame, "playoff_game", "flag", "schedule", 0, 1),
        Optional(FeatureIndex.PctPaint, "pct_paint", "ratio", "player_shot_zone_analysis", 0, 1),
        Optional(FeatureIndex.PctMidRange, "pct_mid_range", "ratio", "player_shot_zone_analysis", 0, 1),
        Optional(FeatureIndex.PctThree, "pct_three", "ratio", "player_shot_zone_analysis", 0, 1),
        Optional(FeatureIndex.PctFreeThrow, "pct_free_throw", "ratio", "player_game_summary", 0, 0.5),
        Optional(FeatureIndex.TeamPace, "team_pace", "possessions per 48 minutes", "team_offense_game_summary", 90, 115),
        Optional(FeatureIndex.TeamOffRating, "team_off_rating", "points per 100 possessions", "team_offense_game_summary", 90, 130),
        Optional(FeatureIndex.TeamWinPct, "team_win_pct", "ratio", "team_offense_game_summary", 0, 1),
        Optional(FeatureIndex.VegasPointsLine, "vegas_points_line", "points", "odds", 0, 80),
        Optional(FeatureIndex.VegasOpeningLine, "vegas_opening_line", "points", "odds", 0, 80),
        Optional(FeatureIndex.VegasLineMove, "vegas_line_move", "points", "odds", -15, 15),
        Optional(FeatureIndex.HasVegasLine, "has_vegas_line", "flag", "odds", 0, 1),
        Optional(FeatureIndex.AvgPointsVsOpponent, "avg_points_vs_opponent", "points", "player_game_summary", 0, 70),
        Optional(FeatureIndex.GamesVsOpponent, "games_vs_opponent", "games", "player_game_summary", 0, 100),
        Required(FeatureIndex.MinutesAvgLast10, "minutes_avg_last_10", "minutes", "player_game_summary", 0, 48),
        Required(FeatureIndex.PpmAvgLast10, "ppm_avg_last_10", "points per minute", "player_game_summary", 0, 1.5),
    ];

    private static readonly FrozenDictionary<string, FeatureDefinition> ByName =
        Features.ToFrozenDictionary(feature => feature.Name, StringComparer.Ordinal);

    /// <summary>Number of features, the length of every vector.</summary>
    public static int Count => Features.Count;

    /// <summary>Names this exact declaration: a change of any field of any feature gives another hash.</summary>
    public static string Hash { get; } = ContentHash.Of([Version, .. Features.SelectMany(Fields)]);

    /// <summary>The feature of a name; null when the contract has none.</summary>
    public static FeatureDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static FeatureDefinition Required(int index, string name, string unit, string source, double min, double max)
        => new(index, name, unit, source, min, max, Required: true);

    private static FeatureDefinition Optional(int index, string name, string unit, string source, double min, double max)
        => new(index, name, unit, source, min, max, Required: false);

    private static string[] Fields(FeatureDefinition feature) =>
    [
        feature.Index.ToString(CultureInfo.InvariantCulture),
        feature.Name,
        feature.Unit,
        feature.Source,
        feature.Min.ToString("R", CultureInfo.InvariantCulture),
        feature.Max.ToString("R", CultureInfo.InvariantCulture),
        feature.Required ? "required" : "optional",
    ];
}
