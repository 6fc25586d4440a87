using NbaProps.EndToEnd.Sources;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The warehouse is lost; state and the raw archive are left.</summary>
[Collection("source walks")]
public sealed class RebuildTests(SourceWalks walks) : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();
    private LeagueServer? _sources;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _temporary.Dispose();
        if (_sources is not null)
        {
            await _sources.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData("well")]
    [InlineData("without primaries")]
    public async Task Every_table_is_the_same_again_and_no_source_was_asked(string walk)
    {
        var walked = await walks.WalkAsync(walk);
        var folder = await LostWarehouseAsync(walked);

        var run = CommandLine.RunHere(Rebuild(folder));

        (run.ExitCode, run.Errors).ShouldBe((walk == "well" ? 0 : 3, run.Errors), run.Output);
        Folder.Differences(walked.Later, folder.Content()).ShouldBeEmpty();
        _sources!.Requests.ShouldBe(0);
        folder.Number("SELECT COUNT(*) FROM nba_orchestration.phase_execution_log WHERE phase = 1").ShouldBe(0);
        folder.Number("SELECT COUNT(*) FROM nba_orchestration.phase_execution_log WHERE phase > 1").ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public async Task A_rebuild_that_was_killed_goes_on()
    {
        var walked = await walks.WellAsync();
        var folder = await LostWarehouseAsync(walked);

        CommandLine.KillAtWork(60, Rebuild(folder)).ShouldBeTrue();
        Folder.Differences(walked.Later, folder.Content()).ShouldNotBeEmpty();
        CommandLine.RunHere(Rebuild(folder)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0, run.Errors), run => run.Errors.ShouldContain("2 of 2"));
        Folder.Differences(walked.Later, folder.Content()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_warehouse_that_has_rows_is_not_lost()
    {
        var walked = await walks.WellAsync();
        var run = CommandLine.RunHere("rebuild", "--data", walked.Folder.Path);
        (run.ExitCode, run.Output).ShouldBe((2, string.Empty));
        run.Errors.ShouldContain("has rows: rebuild is for a warehouse that was lost");
        run.Errors.ShouldContain("nbaprops rerun --phase 2");
        Folder.Differences(walked.Later, walked.Folder.Content()).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_in_which_no_day_has_begun_has_nothing_to_rebuild_from()
    {
        var run = CommandLine.RunHere("rebuild", "--data", Directory.CreateDirectory(_temporary.Of("empty")).FullName);
        (run.ExitCode, run.Errors).ShouldBe((2, $"{_temporary.Of("empty")} has no day that has begun: accepted is a folder with its orchestration.db and its objects{Environment.NewLine}"));
    }

    private async Task<Folder> LostWarehouseAsync(Walked walked)
    {
        var folder = walked.Folder.CopyTo(_temporary.Of("data"), file => !file.Contains($"{Path.DirectorySeparatorChar}warehouse{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        _sources = await LeagueServer.StartAsync(SharedData.Require("payloads"));
        return folder;
    }

    // Every source is one that would notice.
    private string[] Rebuild(Folder folder) =>
    [
        "rebuild", "--data", folder.Path,
        .. new UpstreamsOptions().All().SelectMany(upstream => new[] { "--set", $"Upstreams:{upstream.Name}:BaseAddress={_sources!.BaseAddress}" }),
    ];
}
