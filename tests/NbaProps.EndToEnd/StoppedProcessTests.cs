using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>Real processes that are told to stop, and one that wants a folder which another has.</summary>
public sealed class StoppedProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _archive;
    private readonly string _data;

    public StoppedProcessTests() => (_archive, _data) = (SmallArchive.Write(_folder.Of("archive")), _folder.Of("data"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_walk_that_is_told_to_stop_says_that_the_same_command_goes_on_and_it_does(string signal)
    {
        // Days without games follow: there is time to stop it, also on a machine that is slow to send a signal.
        string[] walk = ["backfill", "--from", SmallArchive.From, "--to", "2022-11-05", "--source", $"archive:{_archive}", "--data", _data];
        using var running = CommandLine.StartUntil($"{SmallArchive.To} done", walk);
        var stopped = running.Stop(signal);
        if (signal is "INT" && InterruptIsIgnored())
        {
            // Begun with nohup, or by a shell in the background: then Ctrl-C is not meant for it, nor for what it starts.
            stopped.ExitCode.ShouldBe(0);
            return;
        }

        stopped.ExitCode.ShouldBe(1);
        stopped.Output.ShouldBeEmpty();
        stopped.Errors.ShouldEndWith("\nStopped. The same command goes on where this one stopped.\n");

        var resumed = CommandLine.RunHere(walk);
        resumed.ExitCode.ShouldBe(0, resumed.Output);
        resumed.Errors.ShouldNotContain($"{SmallArchive.To} done");
        resumed.Errors.ShouldContain("2022-11-05 done, 19 of 19");
        new Folder(_data).Number("SELECT COUNT(*) FROM nba_analytics.player_game_summary").ShouldBe(48);
    }

    [Fact]
    public async Task A_second_dispatcher_is_refused_in_one_line_and_the_first_goes_on()
    {
        string[] up = ["up", "--source", $"archive:{_archive}", "--start", "2022-10-18T09:00:00-04:00", "--set", "Ports:Base=0", "--data", _data];
        using var first = CommandLine.StartUntil("predictions listens on", up);
        string[] walk = ["run-day", "--date", SmallArchive.From, "--source", $"archive:{_archive}", "--data", _data];
        foreach (var command in new[] { up, [.. walk, "--json"] })
        {
            var second = CommandLine.Run(command);
            (second.ExitCode, second.Output).ShouldBe((1, string.Empty));
            var line = second.Errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
            line.ShouldContain($"dispatches messages in {_data} since ");
            line.ShouldEndWith("; stop it first.");
        }

        // Whoever only reads is welcome, and whoever asks for work gets it from the one who has the folder.
        CommandLine.Run("status", "--json", "--data", _data).Output.ShouldContain("\"outputs\"");
        string[] range = ["--from", "2022-10-17", "--to", "2022-10-17", "--data", _data];
        var dry = CommandLine.Run(["rerun", "--phase", "2", .. range, "--dry-run"]);
        (dry.ExitCode, dry.Errors).ShouldBe((0, string.Empty));
        dry.Output.ShouldContain("would run nbac_schedule|2022-10-17");
        var again = CommandLine.Run(["rerun", "--processor", "nbac_schedule", .. range]);
        again.ExitCode.ShouldBe(0, again.Errors);
        again.Errors.ShouldEndWith(" runs the pipeline in this folder: it does the work.\n");
        again.Output.ShouldStartWith("ran nbac_schedule|2022-10-17\n");
        var elsewhere = CommandLine.Run(["rerun", "--processor", "nba_schedule", .. range, "--source", $"archive:{_archive}"]);
        (elsewhere.ExitCode, elsewhere.Output).ShouldBe((2, string.Empty));
        elsewhere.Errors.ShouldContain($"--source archive:{_archive} is not accepted while process ");
        CommandLine.Run(["rerun", "--processor", "nba_schedule", .. range]).ExitCode.ShouldBe(0);

        first.IsRunning.ShouldBeTrue();
        var address = first.Errors.Split('\n').Single(line => line.StartsWith("scrapers listens on ", StringComparison.Ordinal)).Split(' ')[^1];
        using var client = new HttpClient();
        (await client.GetAsync(new Uri(new Uri(address), "/health/live"))).EnsureSuccessStatusCode();
        var stopped = first.Stop("TERM");
        stopped.ExitCode.ShouldBe(0);
        stopped.Errors.ShouldContain("Stopping: runs under way come to their end.");
    }

    // Bit n-1 stands for signal n; SIGINT is 2.
    private static bool InterruptIsIgnored() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 0b10) != 0;
}
