using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Tests.Support;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Walking;

namespace NbaProps.Truth;

/// <summary>Every table after a whole season of a pocket league.</summary>
[Collection(nameof(PocketSeason))]
public sealed class PocketSeasonTests(PocketSeason pocket)
{
    // Four teams of ten trade nobody.
    private static readonly string[] Empty = ["nba_raw.nbac_player_movement"];

    [Fact]
    public async Task Every_table_says_what_happened_and_nothing_else()
    {
        var reports = await pocket.CompareAsync();
        reports.SelectMany(report => report.Differences).ShouldBeEmpty();
        reports.Where(report => report.Rows == 0).Select(report => report.Table).ShouldBe(Empty);
        reports.Single(report => report.Table == "nba_raw.bigdataball_play_by_play").Rows.ShouldBeGreaterThan(400 * pocket.Truth.Season.Games.Count);
    }

    [Fact]
    public async Task Without_the_sources_of_play_by_play_there_are_no_plays_and_all_else_is_the_same()
    {
        using var folder = new TemporaryFolder();
        var truth = await PocketWalk.RunAsync(2, folder.Of("data"), withPlays: false);
        await using var warehouse = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = folder.Of("data") });
        var reports = await new SeasonComparison(warehouse, truth).RunAsync(done: null, CancellationToken.None);
        reports.SelectMany(report => report.Differences).ShouldBeEmpty();
        reports.Where(report => report.Rows == 0).Select(report => report.Table).ShouldBe(["nba_raw.bigdataball_play_by_play", .. Empty], ignoreOrder: true);
    }
}
