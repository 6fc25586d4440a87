using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Precompute;

/// <summary>
/// The features of one candidate of the date, and what predictions need beside them. After tip-off the served row stands for ever; what
/// would be computed then, if it differs, stands beside it as a replay.
/// </summary>
[Table("nba_predictions", "ml_feature_store_v2")]
public sealed partial record MlFeatureStoreRow : WarehouseRow, IServedRow
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

    /// <summary>Name of the feature contract: v2_33features.</summary>
    [Key(3)]
    public required string FeatureVersion { get; init; }

    /// <summary>served: as it stood before tip-off. replay: as it would be by what became known later.</summary>
    [Key(4)]
    public required string Serving { get; init; }

    /// <summary>The player's name as the league last wrote it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>His team, tricode.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team plays at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Start of the game, UTC.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>Whether the start is assumed because the schedule states none.</summary>
    public required bool TipOffAssumed { get; init; }

    /// <summary>Hash of the feature contract's declaration.</summary>
    public required string FeatureContractHash { get; init; }

    /// <summary>How many of the features have a value.</summary>
    [Between(0, 33)]
    public required int FeatureCount { get; init; }

    /// <summary>Names of the contract's required features that are NULL, separated by commas; empty when none is.</summary>
    public required string MissingRequired { get; init; }

    /// <summary>Names of the features whose value the contract does not hold plausible, separated by commas; predictions take those for missing.</summary>
    public required string OutOfRange { get; init; }

    /// <summary>Days without a game since the last one he played; NULL before his first of the season.</summary>
    public required int? DaysRest { get; init; }

    /// <summary>Games he has played this season.</summary>
    public required int GamesPlayedSeason { get; init; }

    /// <summary>The points line; NULL without one.</summary>
    [Between(0.5, 80)]
    public required PointsLine? CurrentPointsLine { get; init; }

    /// <summary>The book whose line it is.</summary>
    public required string? Bookmaker { get; init; }

    /// <summary>American price of more points than the line.</summary>
    public required AmericanOdds? OverPrice { get; init; }

    /// <summary>American price of fewer points than the line.</summary>
    public required AmericanOdds? UnderPrice { get; init; }

    /// <summary>When the line was seen, UTC.</summary>
    public required DateTimeOffset? LineSnapshotAt { get; init; }

    /// <summary>Whether the line's own minute is unknown.</summary>
    public required bool? LineSnapshotAssumed { get; init; }

    /// <summary>Minutes from the line to tip-off; NULL when either moment is assumed.</summary>
    public required double? MinutesBeforeTipOff { get; init; }

    /// <summary>points_avg_last_5. Mean points of the last five games played; fewer than five played: the mean of those there are.</summary>
    [Column("feature_0_value")]
    public double? Feature0Value { get; init; }

    /// <summary>points_avg_last_10. Mean points of the last ten games played.</summary>
    [Column("feature_1_value")]
    public double? Feature1Value { get; init; }

    /// <summary>points_avg_season. Mean points of the games played this season.</summary>
    [Column("feature_2_value")]
    public double? Feature2Value { get; init; }

    /// <summary>points_std_last_10. Sample standard deviation (n - 1) of the points of the last ten games played; missing below two games.</summary>
    [Column("feature_3_value")]
    public double? Feature3Value { get; init; }

    /// <summary>games_in_last_7_days. Games played on the seven days before the game date.</summary>
    [Column("feature_4_value")]
    public double? Feature4Value { get; init; }

    /// <summary>
    /// fatigue_score. Rest, 0 to 100: 100 is fully rested, lower is more tired. Load only: age is not known to us and does not enter.
    /// </summary>
    [Column("feature_5_value")]
    public double? Feature5Value { get; init; }

    /// <summary>
    /// shot_zone_mismatch_score. How much the opponent's defence gives in the player's main shooting zone, above zero in the player's
    /// favour. Not computed yet: NULL.
    /// </summary>
    [Column("feature_6_value")]
    public double? Feature6Value { get; init; }

    /// <summary>pace_score. Half the pace difference between team and opponent, above zero when the game will be faster.</summary>
    [Column("feature_7_value")]
    public double? Feature7Value { get; init; }

    /// <summary>usage_spike_score. Expected change of usage against the last seven games, above zero when it rises. Not computed yet: NULL.</summary>
    [Column("feature_8_value")]
    public double? Feature8Value { get; init; }

    /// <summary>rest_advantage. Days of rest of the player's team minus the opponent's, cut at two either way.</summary>
    [Column("feature_9_value")]
    public double? Feature9Value { get; init; }

    /// <summary>
    /// injury_risk. Latest report before the cut-off: 0 available, 1 probable, 2 questionable, 3 doubtful or out. No report for the game:
    /// missing, not 0. Not computed yet: NULL.
    /// </summary>
    [Column("feature_10_value")]
    public double? Feature10Value { get; init; }

    /// <summary>
    /// recent_trend. Mean points of the last two games played minus that of the three before: 5 or more is 2, 2 or more is 1, the same
    /// below zero.
    /// </summary>
    [Column("feature_11_value")]
    public double? Feature11Value { get; init; }

    /// <summary>
    /// minutes_change. Mean minutes of the last ten games played against the season's: 20 % more is 2, 10 % more is 1, the same below zero.
    /// </summary>
    [Column("feature_12_value")]
    public double? Feature12Value { get; init; }

    /// <summary>opponent_def_rating. The opponent's defensive rating over its last fifteen games.</summary>
    [Column("feature_13_value")]
    public double? Feature13Value { get; init; }

    /// <summary>opponent_pace. The opponent's pace over its last fifteen games.</summary>
    [Column("feature_14_value")]
    public double? Feature14Value { get; init; }

    /// <summary>home_away. 1 at home, 0 away.</summary>
    [Column("feature_15_value")]
    public double? Feature15Value { get; init; }

    /// <summary>back_to_back. 1 when the player's team played the day before.</summary>
    [Column("feature_16_value")]
    public double? Feature16Value { get; init; }

    /// <summary>playoff_game. 1 in the playoffs; the play-in is none.</summary>
    [Column("feature_17_value")]
    public double? Feature17Value { get; init; }

    /// <summary>
    /// pct_paint. Share of the player's shots from the paint, all three zones from one play-by-play source. Not computed yet: NULL.
    /// </summary>
    [Column("feature_18_value")]
    public double? Feature18Value { get; init; }

    /// <summary>pct_mid_range. Share of the player's shots from mid-range. Not computed yet: NULL.</summary>
    [Column("feature_19_value")]
    public double? Feature19Value { get; init; }

    /// <summary>pct_three. Share of the player's shots from behind the line. Not computed yet: NULL.</summary>
    [Column("feature_20_value")]
    public double? Feature20Value { get; init; }

    /// <summary>
    /// pct_free_throw. Points from free throws over all points of the last ten games played, cut at one half; missing below five games or
    /// without points.
    /// </summary>
    [Column("feature_21_value")]
    public double? Feature21Value { get; init; }

    /// <summary>team_pace. The team's pace over its last ten games.</summary>
    [Column("feature_22_value")]
    public double? Feature22Value { get; init; }

    /// <summary>team_off_rating. The team's offensive rating over its last ten games.</summary>
    [Column("feature_23_value")]
    public double? Feature23Value { get; init; }

    /// <summary>team_win_pct. Share of this season's games won; missing below five games.</summary>
    [Column("feature_24_value")]
    public double? Feature24Value { get; init; }

    /// <summary>vegas_points_line. The latest points line captured before the cut-off.</summary>
    [Column("feature_25_value")]
    public double? Feature25Value { get; init; }

    /// <summary>vegas_opening_line. The earliest points line captured.</summary>
    [Column("feature_26_value")]
    public double? Feature26Value { get; init; }

    /// <summary>vegas_line_move. Latest line minus earliest; missing without either.</summary>
    [Column("feature_27_value")]
    public double? Feature27Value { get; init; }

    /// <summary>has_vegas_line. 1 with a points line, 0 when lines were looked for and there was none.</summary>
    [Column("feature_28_value")]
    public double? Feature28Value { get; init; }

    /// <summary>avg_points_vs_opponent. Mean points of the games played against this opponent within a year; missing when there were none.</summary>
    [Column("feature_29_value")]
    public double? Feature29Value { get; init; }

    /// <summary>games_vs_opponent. Number of games played against this opponent within a year.</summary>
    [Column("feature_30_value")]
    public double? Feature30Value { get; init; }

    /// <summary>minutes_avg_last_10. Mean minutes of the last ten games played, however long ago they were.</summary>
    [Column("feature_31_value")]
    public double? Feature31Value { get; init; }

    /// <summary>ppm_avg_last_10. Points over minutes, each summed over the last ten games played.</summary>
    [Column("feature_32_value")]
    public double? Feature32Value { get; init; }
}
