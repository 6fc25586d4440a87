using System.Diagnostics;
using System.Text.RegularExpressions;

using Microsoft.Extensions.Configuration;

using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Secrecy;

/// <summary>Nothing that is committed holds a secret.</summary>
public sealed partial class CommittedSecretTests
{
    [Fact]
    public async Task No_committed_file_holds_a_secret()
    {
        var findings = new List<string>();
        var files = await TrackedAsync();
        files.Length.ShouldBeGreaterThan(500);
        foreach (var file in files.Where(file => File.Exists(RepositoryRoot.Of(file))))
            findings.AddRange(Findings(file, await File.ReadAllTextAsync(RepositoryRoot.Of(file))));
        findings.ShouldBeEmpty();
    }

    // Put together here, so that this file holds none.
    [Theory]
    [InlineData("appsettings.json", """{"Upstreams":{"OddsApi":{"ApiKey":"0123"}}}""", "sets Upstreams:OddsApi:ApiKey")]
    [InlineData("src/A/appsettings.Production.json", """{"upstreams":{"oddsapi":{"apikey":"0123"}}}""", "sets upstreams:oddsapi:apikey")]
    [InlineData("deploy/nbaprops.json", """{"Upstreams:NbaStats:Proxy":"http://a:b@c"}""", "sets Upstreams:NbaStats:Proxy")]
    [InlineData("deploy/a.yaml", "- name: NBAPROPS__Upstreams__OddsApi__Api" + "Key\n  value: \"0123456789\"", "gives NBAPROPS__Upstreams__OddsApi__ApiKey a value")]
    [InlineData("deploy/a.sh", "export NBAPROPS__Upstreams__OddsApi__Api" + "Key=0123456789", "gives NBAPROPS__Upstreams__OddsApi__ApiKey a value")]
    [InlineData("a.txt", "-----BEGIN PRIVATE" + " KEY-----\nMIIEvQ", "holds a private key")]
    [InlineData("a.txt", "-----BEGIN RSA PRIVATE" + " KEY-----\\nMIIEvQ", "holds a private key")]
    [InlineData("a.txt", "AI" + "zaSyA0123456789012345678901234567890a", "holds a key of Google's")]
    [InlineData("a.txt", "https://hooks.slack.com/serv" + "ices/T0000000/B0000000/abcdefghijkl", "holds a webhook of Slack's")]
    public void A_secret_is_found(string path, string text, string finding) => Findings(path, text).ShouldBe([$"{path} {finding}"]);

    [Theory]
    [InlineData("appsettings.json", """{"Upstreams":{"OddsApi":{"ApiKeyHeader":"x","Enabled":true}}}""")]
    [InlineData("deploy/a.yaml", "- name: \"NBAPROPS__Upstreams__OddsApi__ApiKey\"\n  valueFrom:\n    secretKeyRef:")]
    [InlineData("docs/a.md", "set `NBAPROPS__Upstreams__OddsApi__ApiKey` to it")]
    public void What_is_none_is_not(string path, string text) => Findings(path, text).ShouldBeEmpty();

    private static IEnumerable<string> Findings(string path, string text)
    {
        var name = Path.GetFileName(path);
        if (name.EndsWith(".json", StringComparison.Ordinal) && (name.StartsWith("appsettings", StringComparison.Ordinal) || name == NbaPropsConfiguration.FileName))
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            foreach (var (key, value) in new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable())
            {
                if (value is not null && SecretSettings.Contains(key))
                    yield return $"{path} sets {key}";
            }
        }

        if (Variable().Match(text) is { Success: true } variable)
            yield return $"{path} gives {variable.Groups["name"].Value} a value";
        if (PrivateKey().IsMatch(text))
            yield return $"{path} holds a private key";
        if (GoogleKey().IsMatch(text))
            yield return $"{path} holds a key of Google's";
        if (SlackHook().IsMatch(text))
            yield return $"{path} holds a webhook of Slack's";
    }

    private static async Task<string[]> TrackedAsync()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, UseShellExecute = false };
        using var git = Process.Start(start)!;
        var listed = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        git.ExitCode.ShouldBe(0);
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("""(?<name>NBAPROPS__Upstreams__\w+__(ApiKey|Proxy))\b["']?(=|["']?:\s|\s+value:\s)\s*["']?[\w-]{8,}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\s*(\\n)?\s*[A-Za-z0-9+/=]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\bAIza[0-9A-Za-z_-]{35}\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"hooks\.slack\.com/services/T\w+/B\w+/\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SlackHook();
}
