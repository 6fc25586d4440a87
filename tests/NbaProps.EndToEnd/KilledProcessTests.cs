using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class KilledProcessTests : IDisposable
{
    private static readonly string[] Range = ["--from", "2022-10-18", "--to", "2022-10-29"];

    private readonly string _path = Path.Combine(Path.GetTempPath(), "nbaprops-kill-" + Environment.ProcessId);

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    [SkippableFact]
    [Trait("Incident", "I-27")]
    public void A_walk_that_is_killed_ten_times_ends_in_the_tables_of_one_that_was_not()
    {
        var archive = SharedData.Require("data");
        var quiet = new Folder(Path.Combine(_path, "quiet"));
        CommandLine.RunHere(Arguments(quiet, archive)).ExitCode.ShouldBe(0);

        // After one line of progress each time: the next date is under way, at a point that differs from kill to kill.
        var killed = new Folder(Path.Combine(_path, "killed"));
        var kills = Enumerable.Range(0, 10).Count(_ => CommandLine.KillAfter(1, Arguments(killed, archive)));
        kills.ShouldBe(10);
        CommandLine.Run(Arguments(killed, archive)).ExitCode.ShouldBe(0);
        Folder.Differences(quiet.Content(), killed.Content()).ShouldBeEmpty();
    }

    private static string[] Arguments(Folder folder, string archive) =>
        ["backfill", "--data", folder.Path, .. Range, "--source", $"archive:{archive}"];
}
