using System.Runtime.CompilerServices;
using System.Text.Json;

using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The first thing a newcomer types.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_shows_a_slate_a_record_and_what_to_type_next_and_the_same_seed_shows_the_same_without_pdftotext_and_however_often_it_is_stopped()
    {
        var data = _folder.Of("one");
        string[] demo = ["demo", "--days", "6", "--data", data];
        using (var stopped = CommandLine.StartUntil("2 of 7", demo))
        {
            // Whoever comes second meanwhile hears one line.
            var second = CommandLine.Run(demo);
            (second.ExitCode, second.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem().EndsWith("stop it first.", StringComparison.Ordinal)).ShouldBe((1, true));
            var end = stopped.Stop("TERM");
            (end.ExitCode, end.Errors.TrimEnd().Split('\n')[^1]).ShouldBe((1, "Stopped. The same command goes on where this one stopped."));
        }

        var run = CommandLine.RunWith("PATH", WithoutPdfToText(), demo);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldNotContain("1 of 7", customMessage: "it went on");
        File.Exists(_folder.Of("tools/pdftotext.asked")).ShouldBeFalse();
        var shown = Lines(run.Output.Replace(data, "DIR", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            File.WriteAllText(Golden(), shown);
        }

        shown.ShouldBe(File.ReadAllText(Golden()));

        // Shown again it is the same, and nothing is walked for it.
        var again = CommandLine.RunHere(demo);
        again.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("League 1, season 2025-26");
        again.Output.ShouldBe(run.Output);

        // Another seed is another league.
        using var other = JsonDocument.Parse(CommandLine.RunHere("demo", "--days", "2", "--seed", "2", "--data", _folder.Of("two"), "--json").Output);
        var slate = other.RootElement.GetProperty("slate").EnumerateArray().Select(one => one.GetProperty("player_name").GetString()!).ToArray();
        slate.ShouldNotBeEmpty();
        slate.Count(name => shown.Contains(name, StringComparison.Ordinal)).ShouldBeLessThan(slate.Length / 4);
    }

    [Theory]
    [InlineData("--seed", "x", "--seed x is not accepted: accepted is a whole number")]
    [InlineData("--days", "1", "--days 1 is not accepted: accepted is a whole number from 2 to 120")]
    public void A_wrong_number_is_told_in_one_line(string option, string value, string line)
    {
        var run = CommandLine.Run("demo", option, value, "--data", _folder.Of("none"));
        (run.ExitCode, run.Errors.Trim(), Directory.Exists(_folder.Of("none"))).ShouldBe((2, line, false));
    }

    // The first that is found: it tells that it was asked, and reads nothing.
    private string WithoutPdfToText()
    {
        var tool = _folder.Of("tools/pdftotext");
        Directory.CreateDirectory(Path.GetDirectoryName(tool)!);
        File.WriteAllText(tool, "#!/bin/sh\n: > \"$0.asked\"\nexit 99\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return $"{Path.GetDirectoryName(tool)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
    }

    // How wide a table is depends on its longest reason; the words do not.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));

    private static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "demo_seed_1.txt");
}
