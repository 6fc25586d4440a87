using System.Diagnostics;
using System.Globalization;

using NbaProps.GoogleCloud.Emulators;
using NbaProps.Tests.Support;

namespace NbaProps.Contracts.Deployment;

/// <summary>
/// The committed files of the deployment, held against the message classes of Google's command line: <c>gcloud</c> would send an unknown field and Google
/// would drop or refuse it, on the day of the deployment.
/// </summary>
[Trait("Part", "emulators")]
public sealed class GoogleMessagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nbaprops-deploy-");

    [SkippableFact]
    public async Task Every_message_is_one_that_Google_knows()
    {
        var lines = await JudgeAsync(RepositoryRoot.Of("deploy"));

        lines[..^1].ShouldBeEmpty();
        int.Parse(lines[^1], CultureInfo.InvariantCulture).ShouldBeGreaterThan(80);
    }

    [SkippableTheory]
    [InlineData("services/scrapers.yaml", "timeoutSeconds", "timeoutSecond")]
    [InlineData("services/analytics.yaml", "failureThreshold", "failureTreshold")]
    [InlineData("services/predictions.yaml", "containerConcurrency: 8", "containerConcurrency: \"eight\"")]
    [InlineData("pubsub.json", "expirationPolicy", "expiryPolicy")]
    [InlineData("pubsub.json", "maxDeliveryAttempts", "maxAttempts")]
    [InlineData("schedules.json", "audience", "audiences")]
    [InlineData("schedules.json", "POST", "PUSH")]
    [InlineData("iam.json", "\"members\"", "\"member\"")]
    [InlineData("datasets.json", "defaultTableExpirationMs", "defaultTableExpiration")]
    [InlineData("alerts/watcher-silent.json", "conditionAbsent", "conditionMissing")]
    [InlineData("metrics/nbaprops-watcher-looks.json", "metricKind", "kind")]
    public async Task A_field_or_a_value_that_Google_does_not_know_is_found(string file, string known, string unknown)
    {
        Copy(RepositoryRoot.Of("deploy"), _folder.FullName);
        var path = Path.Combine(_folder.FullName, file);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(known);
        await File.WriteAllTextAsync(path, text.Replace(known, unknown, StringComparison.Ordinal));

        var lines = await JudgeAsync(_folder.FullName);

        lines[..^1].ShouldNotBeEmpty();
        lines[..^1].ShouldAllBe(line => line.StartsWith(Path.GetFileName(file), StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string[]> JudgeAsync(string deploy)
    {
        Skip.If(GoogleCloudSdk.Root is null, "Google's command line (gcloud) is not installed: its message classes are the judge.");
        var bundled = Path.Combine(GoogleCloudSdk.Root, "platform", "bundledpythonunix", "bin", "python3");
        var start = new ProcessStartInfo(File.Exists(bundled) ? bundled : "python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "-B", RepositoryRoot.Of("tests/NbaProps.Contracts/Deployment/judge.py"), GoogleCloudSdk.Root, deploy },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
