using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class FullDiskTests : IDisposable
{
    private static readonly string[] Range = ["--from", "2022-10-18", "--to", "2022-10-21"];

    private readonly string _path = Path.Combine(Path.GetTempPath(), "nbaprops-disk-" + Environment.ProcessId);

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    [SkippableFact]
    [Trait("Incident", "I-03")]
    public void A_full_disk_fails_runs_with_its_reason_and_leaves_nothing_half_written()
    {
        var archive = SharedData.Require("data");
        var full = new Folder(Path.Combine(_path, "full"));

        // The warehouse alone: where the state is full too, a run's reason has no place either.
        var run = CommandLine.RunHere([.. Arguments(full, archive), "--set", "Embedded:MaxWarehousePageCount=40"]);
        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("the disk is full");

        // Space has come back: the same command completes the folder.
        CommandLine.RunHere(Arguments(full, archive)).ExitCode.ShouldBe(0);
        var roomy = new Folder(Path.Combine(_path, "roomy"));
        CommandLine.RunHere(Arguments(roomy, archive)).ExitCode.ShouldBe(0);
        full.Number("SELECT COUNT(*) FROM nba_analytics.player_game_summary").ShouldBe(roomy.Number("SELECT COUNT(*) FROM nba_analytics.player_game_summary"));
        Folder.Differences(Raw(roomy), Raw(full)).ShouldBeEmpty();
    }

    private static SortedDictionary<string, string[]> Raw(Folder folder) => new(
        folder.Content().Where(table => table.Key is "nba_raw.nbac_player_boxscores" or "nba_raw.nbac_team_boxscore" or "nba_analytics.team_offense_game_summary")
            .ToDictionary(table => table.Key, table => table.Value, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static string[] Arguments(Folder folder, string archive) =>
        ["backfill", "--data", folder.Path, .. Range, "--source", $"archive:{archive}"];
}
