using NbaProps.EndToEnd.Sources;

namespace NbaProps.EndToEnd;

/// <summary>The first of a chain comes a day after another one has stood in for it.</summary>
[Collection("source walks")]
public sealed class LatePrimaryTests(SourceWalks walks)
{
    [SkippableTheory]
    [InlineData(1, "bigdataball_play_by_play", "nba_playbyplay", "bigdataball", 1020)]
    [InlineData(2, "bigdataball_play_by_play", "nba_playbyplay", "bigdataball", 1020)]
    [InlineData(2, "nbac_gamebook_player_stats", "balldontlie", "nba_gamebook", 50)]
    [InlineData(2, "nbac_player_boxscores", "balldontlie", "nba_leaguegamelog", 42)]
    [InlineData(2, "nbac_scoreboard_v2", "nba_scoreboard_cdn", "nba_scoreboard_v2", 2)]
    [InlineData(1, "nbac_player_boxscores", "nba_cdn_boxscore", "nba_leaguegamelog", 42)]
    public async Task It_supersedes(int night, string table, string before, string after, int rows)
    {
        var (date, walked) = (night == 1 ? Nights.First : Nights.Second, await walks.WithoutPrimariesAsync());
        Walked.Cells(walked.Nights, $"nba_raw.{table}", date, "source").Distinct().ShouldBe([before]);
        var sources = Walked.Cells(walked.Later, $"nba_raw.{table}", date, "source");
        (sources.Count, string.Join(", ", sources.Distinct())).ShouldBe((rows, after));
    }

    [SkippableFact]
    public async Task What_follows_from_it_is_computed_again()
    {
        var walked = await walks.WithoutPrimariesAsync();
        int Assists(SortedDictionary<string, string[]> content) =>
            Walked.Cells(content, "nba_analytics.player_game_summary", Nights.Second, "assists").Sum(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture));

        // balldontlie lacks an assist of everyone who has any; the first night's were the league's own.
        Assists(walked.Nights).ShouldBeLessThan(Assists(walked.Later));
        Assists(walked.Later).ShouldBe(Assists((await walks.WellAsync()).Nights));
    }

    [SkippableTheory]
    [InlineData("nba_predictions.ml_feature_store_v2", 42)]
    [InlineData("nba_predictions.player_prop_predictions", 0)]
    public async Task What_was_served_before_the_games_is_not_touched_and_what_would_be_served_now_stands_beside_it(string table, int replayed)
    {
        // The first night's log came after the second night's games, with a free throw more for everyone: it is in every feature of
        // form. After one game of a season nobody's points are predicted, whatever the features are.
        var walked = await walks.WithoutPrimariesAsync();
        var served = Rows(walked.Nights, table, "served");
        served.Length.ShouldBeGreaterThanOrEqualTo(42);
        Rows(walked.Nights, table, "replay").ShouldBeEmpty();
        Rows(walked.Later, table, "served").ShouldBe(served);
        Rows(walked.Later, table, "replay").Length.ShouldBe(replayed);
    }

    private static string[] Rows(SortedDictionary<string, string[]> content, string table, string serving) =>
        [.. content[table].Where(row => row.Split(" | ").Contains(serving, StringComparer.Ordinal))];
}
