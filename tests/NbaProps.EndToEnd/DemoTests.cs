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
    public void It_shows_a_slate_a_record_and_what_to_type_next_and_the_same_seed_shows_the_same()
    {
        var data = _folder.Of("one");
        var run = CommandLine.Run("demo", "--days", "6", "--data", data);
        run.ExitCode.ShouldBe(0, run.Errors);
        var shown = Lines(run.Output.Replace(data, "DIR", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            File.WriteAllText(Golden(), shown);
        }

        shown.ShouldBe(File.ReadAllText(Golden()));

        // Another seed is another league.
        using var other = JsonDocument.Parse(CommandLine.Run("demo", "--days", "2", "--seed", "2", "--data", _folder.Of("two"), "--json").Output);
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

    // How wide a table is depends on its longest reason; the words do not.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));

    private static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "demo_seed_1.txt");
}
