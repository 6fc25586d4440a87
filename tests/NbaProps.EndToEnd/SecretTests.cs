using System.Text;

using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class SecretTests : IDisposable
{
    // What the archive is asked with in place of an account's key.
    private const string Key = "0a1r2c3h4i5v6e7k8e9y";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public void A_key_is_nowhere_in_what_an_installation_keeps_or_says()
    {
        var (archive, data) = (SharedData.Require("data"), _temporary.Of("data"));
        var run = CommandLine.Run(
            "backfill", "--from", "2022-12-27", "--to", "2022-12-27", "--source", $"archive:{archive}", "--data", data, "--set", "Logging:Level=Debug");

        run.ExitCode.ShouldBeOneOf(0, 3);
        (run.Output + run.Errors).ShouldNotContain(Key);
        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        files.ShouldContain(file => file.Contains("odds_api_player_points", StringComparison.Ordinal));
        files.Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key)) >= 0).ShouldBeEmpty();
    }
}
