using NbaProps.EndToEnd.Sources;

namespace NbaProps.EndToEnd;

/// <summary>Every source of the pipeline, well and down: who is asked, whose rows are taken, and that the rest goes on.</summary>
[Collection("source walks")]
public sealed class SourceChainTests(SourceWalks walks)
{
    private const int Players = 42;

    [SkippableTheory]
    [InlineData("nbac_schedule", "nba_schedule", 2)]
    [InlineData("nbac_scoreboard_v2", "nba_scoreboard_v2", 2)]
    [InlineData("nbac_player_boxscores", "nba_leaguegamelog", Players)]
    [InlineData("nbac_team_boxscore", "nba_leaguegamelog", 4)]
    [InlineData("nbac_gamebook_player_stats", "nba_gamebook", 50)]
    [InlineData("nbac_injury_report", "nba_injury_report", 8)]
    [InlineData("bigdataball_play_by_play", "bigdataball", 1020)]
    [InlineData("nbac_player_list_current", "nba_player_list", 594)]
    [InlineData("nbac_player_movement", "nba_player_movement", 1)]
    [InlineData("nbac_referee_game_assignments", "nba_referees", 6)]
    [InlineData("nbac_referee_replay_center", "nba_referees", 3)]
    [InlineData("odds_api_game_lines", "odds_api", 32)]
    [InlineData("odds_api_player_points_props", "odds_api", 84)]
    public async Task With_every_source_well_each_table_has_the_rows_of_its_first(string table, string source, int rows)
    {
        var sources = Walked.Cells((await walks.WellAsync()).Nights, $"nba_raw.{table}", Nights.Second, "source");
        (sources.Count, string.Join(", ", sources.Distinct())).ShouldBe((rows, source));
    }

    [SkippableTheory]
    [InlineData("without primaries", 1, "nbac_schedule", "nba_schedule_cdn", 2)]
    [InlineData("without stand-ins", 2, "nbac_schedule", "espn", 2)]
    [InlineData("without primaries", 1, "nbac_scoreboard_v2", "nba_scoreboard_cdn", 2)]
    [InlineData("without stand-ins", 2, "nbac_scoreboard_v2", "espn", 2)]
    [InlineData("without primaries", 1, "nbac_player_boxscores", "nba_cdn_boxscore", Players)]
    [InlineData("without stand-ins", 2, "nbac_player_boxscores", "espn", Players)]
    [InlineData("without primaries", 2, "nbac_player_boxscores", "balldontlie", Players)]
    [InlineData("without primaries", 1, "nbac_team_boxscore", "nba_team_boxscore", 4)]
    [InlineData("without primaries", 1, "nbac_gamebook_player_stats", "nba_cdn_boxscore", Players)]
    [InlineData("without primaries", 2, "nbac_gamebook_player_stats", "balldontlie", Players)]
    [InlineData("without primaries", 1, "nbac_injury_report", "balldontlie", 32)]
    [InlineData("without stand-ins", 2, "nbac_injury_report", "espn", 8)]
    [InlineData("without primaries", 1, "bigdataball_play_by_play", "nba_playbyplay", 1144)]
    [InlineData("without primaries", 2, "bigdataball_play_by_play", "nba_playbyplay", 1144)]
    [InlineData("without primaries", 2, "nbac_player_list_current", "espn", Players)]
    [InlineData("without primaries", 1, "odds_api_player_points_props", "bettingpros", 84)]
    public async Task When_those_before_it_in_its_chain_are_down_a_source_stands_in_and_the_rows_say_so(string walk, int night, string table, string source, int rows)
    {
        var sources = Walked.Cells((await walks.WalkAsync(walk)).Nights, $"nba_raw.{table}", night == 1 ? Nights.First : Nights.Second, "source");
        (sources.Count, string.Join(", ", sources.Distinct())).ShouldBe((rows, source));
    }

    [SkippableFact]
    public async Task Rows_of_stand_ins_say_what_they_lack()
    {
        var nights = (await walks.WithoutPrimariesAsync()).Nights;
        Walked.Cells(nights, "nba_raw.nbac_gamebook_player_stats", Nights.First, "quality").ShouldAllBe(quality => quality == "silver");
        Walked.Cells(nights, "nba_raw.bigdataball_play_by_play", Nights.First, "data_source").ShouldAllBe(source => source == "nbacom_fallback");
        Walked.Cells(nights, "nba_raw.bigdataball_play_by_play", Nights.First, "home_player_1_name_key").ShouldAllBe(name => name == "");
        var well = (await walks.WellAsync()).Nights;
        Walked.Cells(well, "nba_raw.nbac_gamebook_player_stats", Nights.First, "quality").ShouldAllBe(quality => quality == "gold");
        Walked.Cells(well, "nba_raw.bigdataball_play_by_play", Nights.First, "home_player_1_name_key").ShouldAllBe(name => name != "");
    }

    [SkippableTheory]
    [InlineData("well")]
    [InlineData("without primaries")]
    [InlineData("without stand-ins")]
    public async Task Whoever_brought_it_the_games_are_summed_up_predicted_and_graded(string walk)
    {
        var nights = (await walks.WalkAsync(walk)).Nights;
        Walked.Cells(nights, "nba_analytics.player_game_summary", Nights.First, "points").Sum(Number).ShouldBe(2 * (NightGame.HomeScore + NightGame.AwayScore));
        Walked.Cells(nights, "nba_analytics.player_game_summary", Nights.Second, "points").Sum(Number).ShouldBe(2 * (NightGame.HomeScore + NightGame.AwayScore));
        Walked.Cells(nights, "nba_analytics.team_defense_game_summary", Nights.Second, "team").Count.ShouldBe(4);
        Walked.Cells(nights, "nba_analytics.upcoming_player_game_context", Nights.Second, "current_points_line").ShouldAllBe(line => line == "18.5");
        Walked.Cells(nights, "nba_predictions.player_prop_predictions", Nights.Second, "serving").Count(serving => serving == "served").ShouldBe(2 * Players);
        Walked.Cells(nights, "nba_predictions.prediction_accuracy", Nights.Second, "actual_points").Count.ShouldBe(2 * Players);
    }

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
