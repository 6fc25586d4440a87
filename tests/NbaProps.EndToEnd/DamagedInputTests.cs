using NbaProps.Domain;
using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>Input that is not what it should be: refused or a failed run with its reason, and nothing half-written.</summary>
public sealed class DamagedInputTests(WalkedSmallArchive walked) : IClassFixture<WalkedSmallArchive>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Folder Data => new(_folder.Of("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_payload_cut_off_in_the_raw_archive_fails_its_run_and_leaves_the_tables_as_they_were()
    {
        walked.CopyTo(Data.Path);
        var before = Data.Content();
        before["nba_analytics.player_game_summary"].Length.ShouldBe(48);
        var payload = Payload();
        var whole = File.ReadAllBytes(payload);
        CutOff(payload, whole.Length / 2);

        // Bytes that were damaged on the disk: nothing belongs to them.
        FailsWith($"{payload} is damaged");
        Folder.Differences(before, Data.Content()).ShouldBeEmpty();

        // Bytes with metadata of their own: not those that were captured.
        File.WriteAllText($"{payload}.{ContentHash.Of(File.ReadAllBytes(payload))}.meta.json", "{}");
        FailsWith($"nba_player_gamelog/2022-10-19/{Path.GetFileName(payload)} is not what was captured: its hash is not ");
        Folder.Differences(before, Data.Content()).ShouldBeEmpty();

        // The command that the message names helps.
        File.Delete(payload);
        var repaired = Walk(walked.Archive);
        repaired.ExitCode.ShouldBe(0, repaired.Output);
        File.ReadAllBytes(payload).ShouldBe(whole);
        Folder.Differences(before, Data.Content()).ShouldBeEmpty();
    }

    [Fact]
    public void A_walk_that_goes_on_answers_for_the_days_before_its_interruption_too()
    {
        string[] walk = ["backfill", "--from", SmallArchive.From, "--to", "2022-11-05", "--source", $"archive:{walked.Archive}", "--data", Data.Path];
        using (var running = CommandLine.StartUntil($"{SmallArchive.To} done", walk))
        {
            running.Stop("TERM").ExitCode.ShouldBe(1);
        }

        CutOff(Payload(), 100);
        FailsWith("is damaged");

        var resumed = CommandLine.RunHere([.. walk, "--json"]);
        resumed.Errors.ShouldNotContain($"{SmallArchive.To} done");
        resumed.ExitCode.ShouldBe(3);
        resumed.Output.ShouldContain("nbac_player_boxscores|2022-10-19");
    }

    [Fact]
    public void A_log_that_lacks_a_column_is_refused_in_one_line_that_names_both()
    {
        var archive = SmallArchive.Write(_folder.Of("archive"));
        SmallArchive.Change(archive, rows => rows.Select(row => row.Where((_, index) => index != Array.IndexOf(rows[0], "PTS")).ToArray()));
        var run = Walk(archive);
        (run.ExitCode, run.Output).ShouldBe((2, string.Empty));
        var line = run.Errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
        line.ShouldContain("player_gamelogs_2022-23.csv.gz: column PTS");
        Directory.Exists(Data.Path).ShouldBeFalse();
    }

    private void FailsWith(string reason)
    {
        var rerun = CommandLine.RunHere("rerun", "--processor", "nbac_player_boxscores", "--from", "2022-10-19", "--to", "2022-10-19", "--data", Data.Path);
        rerun.ExitCode.ShouldBe(3);
        rerun.Errors.Split('\n').ShouldContain(line => line.StartsWith("nbac_player_boxscores|2022-10-19 is Failed: ", StringComparison.Ordinal));

        // What is graded by results that are not there is not graded.
        CommandLine.RunHere("grade", "--date", "2022-10-19", "--data", Data.Path).ExitCode.ShouldBe(3);
        var status = CommandLine.RunHere("status", "--json", "--date", "2022-10-19", "--data", Data.Path);
        status.ExitCode.ShouldBe(3);
        using var json = System.Text.Json.JsonDocument.Parse(status.Output);
        var output = json.RootElement.GetProperty("outputs").EnumerateArray().Single(one => one.GetProperty("processor").GetString() == "nbac_player_boxscores");
        output.GetProperty("state").GetString().ShouldBe("Failed");
        output.GetProperty("cause").GetString()!.ShouldContain(reason);
    }

    private string Payload() => Directory.GetFiles(Path.Combine(Data.Path, "objects", "nba_player_gamelog", "2022-10-19"))
        .Single(path => !path.EndsWith(".json", StringComparison.Ordinal));

    private static void CutOff(string path, int bytes)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(bytes);
    }

    private CommandResult Walk(string archive) =>
        CommandLine.RunHere("backfill", "--data", Data.Path, "--from", SmallArchive.From, "--to", SmallArchive.To, "--source", $"archive:{archive}");
}
