using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Truth;

/// <summary>
/// Columns that nobody fills, or that say the same of everybody, after a whole season: a placeholder that was never filled in, a flag that is never set, a share that
/// is always a half. Of a table of several markets each market by itself: a spread that is always zero stands beside totals that are not. Which columns are so by right
/// is said here, and why.
/// </summary>
[Collection(nameof(PocketSeason))]
public sealed class FilledColumnsTests(PocketSeason pocket)
{
    // One season's regular games, every source well: so it is in every table that has such a column.
    private static readonly string[] Single = ["season", "season_phase", "market", "serving", "feature_version", "feature_contract_hash", "tip_off_assumed", "snapshot_assumed", "line_snapshot_assumed"];

    private static readonly string[] Same =
    [
        // Four teams play day after day and as planned, and are looked at when it is over.
        "nbac_schedule.game_status", "nbac_schedule.postponed", "nbac_schedule.neutral_site", "nbac_scoreboard_v2.game_status", "nbac_scoreboard_v2.postponed",
        "upcoming_team_game_context.team_days_rest", "upcoming_team_game_context.back_to_back", "upcoming_player_game_context.back_to_back",
        "ml_feature_store_v2.feature_9_value", "ml_feature_store_v2.feature_16_value", "ml_feature_store_v2.feature_17_value",

        // Nobody changes the team, comes back after months, or plays much longer than he did.
        "nbac_player_list_current.on_roster", "nbac_player_list_current.to_year", "upcoming_player_game_context.candidate_because", "ml_feature_store_v2.feature_12_value",

        // Every source is asked in time, has everything, and writes names that are somebody's, but for one kind.
        "odds_api_player_points_props.captured_before_tip_off", "odds_api_game_lines.captured_before_tip_off", "nbac_gamebook_player_stats.quality",
        "nbac_gamebook_player_stats.name_resolution_confidence", "upcoming_team_game_context.season_games_missing", "upcoming_team_game_context.history_is_whole",
        "upcoming_player_game_context.history_is_whole", "unresolved_player_names.reason",

        // The league knows one kind of absence, lists who played, and the file of plays has one part for a third player.
        "nbac_injury_report.reason_category", "nbac_gamebook_player_stats.reason_category", "player_game_summary.played", "bigdataball_play_by_play.player_3_role",

        // Nothing is corrected after its game, and who does not play is in no box score.
        "player_prop_predictions.is_active", "prediction_accuracy.void_reason",
    ];

    private static readonly string[] Empty =
    [
        // Stated while a game has not begun.
        "nbac_scoreboard_v2.tip_off",

        // The report names players and has no ids.
        "nbac_injury_report.player_id",

        // Shot zones, spikes of usage and the risk of injury are not reckoned yet.
        "ml_feature_store_v2.feature_6_value", "ml_feature_store_v2.feature_8_value", "ml_feature_store_v2.feature_10_value", "ml_feature_store_v2.feature_18_value",
        "ml_feature_store_v2.feature_19_value", "ml_feature_store_v2.feature_20_value",

        // No system has a calibrated probability yet.
        "prediction_staging.p_over", "player_prop_predictions.p_over", "prediction_accuracy.p_over",
    ];

    [Fact]
    [Trait("Incident", "I-08")]
    [Trait("Incident", "I-17")]
    [Trait("Incident", "I-18")]
    [Trait("Incident", "I-19")]
    public async Task Every_column_is_filled_and_says_more_than_one_thing()
    {
        var (same, empty) = (new List<string>(), new List<string>());
        foreach (var table in NbaPipeline.Manifest.Tables)
        {
            foreach (var (column, values) in await ValuesAsync(table))
            {
                (values == 0 ? empty : values == 1 ? same : []).Add($"{table.Name}.{column}");
            }
        }

        same.ShouldBe(Same, ignoreOrder: true);
        empty.ShouldBe(Empty, ignoreOrder: true);
    }

    // How many different values a column has, up to two; of a table without rows nothing is known.
    private async Task<IEnumerable<(string Column, int Values)>> ValuesAsync(TableSchema table)
    {
        string[] columns = [.. table.Columns.Where(column => column.Role == ColumnRole.Content && column.Name != "source").Select(column => column.Name)];
        var read = await pocket.Warehouse.ReadAsync(new ReadRequest(table, columns, pocket.Truth.Walked, []), CancellationToken.None);
        var market = Array.IndexOf(columns, "market");
        var groups = read.Rows.GroupBy(row => market < 0 ? null : row[market]).ToArray();
        return from column in columns.Index()
               where groups.Length > 0 && !Single.Contains(column.Item)
               select (column.Item, groups.Min(rows => rows.Select(row => row[column.Index]).OfType<object>().Distinct().Take(2).Count()));
    }
}
