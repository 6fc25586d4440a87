using System.Diagnostics;
using System.Text.RegularExpressions;

using Microsoft.Extensions.Configuration;

using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Secrecy;

/// <summary>Nothing that is committed holds a secret.</summary>
public sealed partial class CommittedSecretTests
{
    private const string Name = """(?<name>(NBAPROPS__)?Upstreams(__|:)\w+(__|:)""";
    private const string Sign = """\b["']?(\s*=\s*|\s*:\s*|\s+value:\s*)["']?""";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

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
    [InlineData("deploy/nbaprops.json", "{\"Upstreams:NbaStats:Pro" + "xy\":\"http://a:b@c\"}", "sets Upstreams:NbaStats:Proxy")]
    [InlineData("deploy/other.json", """{"Upstreams":{"OddsApi":{"ApiKey":"0123"}}}""", "sets Upstreams:OddsApi:ApiKey")]
    [InlineData("launch.json", "{\"profiles\":[{\"NBAPROPS__Upstreams__OddsApi__Api" + "Key\":\"0123456789\"}]}", "gives NBAPROPS__Upstreams__OddsApi__ApiKey a value")]
    [InlineData("deploy/a.yaml", "- name: NBAPROPS__Upstreams__OddsApi__Api" + "Key\n  value: \"0123456789\"", "gives NBAPROPS__Upstreams__OddsApi__ApiKey a value")]
    [InlineData("deploy/a.sh", "export NBAPROPS__Upstreams__OddsApi__Api" + "Key=0123456789", "gives NBAPROPS__Upstreams__OddsApi__ApiKey a value")]
    [InlineData("deploy/a.sh", "./nbaprops up --set Upstreams:OddsApi:Api" + "Key=0123456789", "gives Upstreams:OddsApi:ApiKey a value")]
    [InlineData("deploy/a.sh", "./nbaprops up --set 'upstreams:oddsapi:api" + "key=0123456789'", "gives upstreams:oddsapi:apikey a value")]
    [InlineData("deploy/a.sh", "export NBAPROPS__Upstreams__NbaStats__Pro" + "xy=http://a:b@c:8080", "gives NBAPROPS__Upstreams__NbaStats__Proxy a value")]
    [InlineData("deploy/a.yaml", "- name: \"NBAPROPS__Upstreams__NbaStats__Pro" + "xy\"\n  value: \"https://a:b@c\"", "gives NBAPROPS__Upstreams__NbaStats__Proxy a value")]
    [InlineData("docs/a.md", "`--set Upstreams:NbaStats:Pro" + "xy=http://user:pass" + "word@10.0.0.1:80`", "gives Upstreams:NbaStats:Proxy a value")]
    [InlineData("a.txt", "-----BEGIN PRIVATE" + " KEY-----\nMIIEvQ", "holds a private key")]
    [InlineData("a.txt", "-----BEGIN RSA PRIVATE" + " KEY-----\\nMIIEvQ", "holds a private key")]
    [InlineData("a.txt", "AI" + "zaSyA0123456789012345678901234567890a", "holds a key of Google's")]
    [InlineData("a.txt", "https://hooks.slack.com/serv" + "ices/T0000000/B0000000/abcdefghijkl", "holds a webhook of Slack's")]
    public void A_secret_is_found(string path, string text, string finding) => Findings(path, text).ShouldBe([$"{path} {finding}"]);

    [Theory]
    [InlineData("appsettings.json", """{"Upstreams":{"OddsApi":{"ApiKeyHeader":"x","Enabled":true}}}""")]
    [InlineData("deploy/a.yaml", "- name: \"NBAPROPS__Upstreams__OddsApi__ApiKey\"\n  valueFrom:\n    secretKeyRef:")]
    [InlineData("deploy/nbaprops.json", """{"Upstreams":{"OddsApi":{"ApiKey":null,"Proxy":""}}}""")]
    [InlineData("deploy/a.sh", "export NBAPROPS__Upstreams__NbaStats__Proxy=http://host:8080")]
    [InlineData("docs/a.md", "set `NBAPROPS__Upstreams__OddsApi__ApiKey` to it")]
    [InlineData("docs/a.md", "`NBAPROPS__Upstreams__NbaStats__Proxy=http://user:password@host:port`, for each site")]
    public void What_is_none_is_not(string path, string text) => Findings(path, text).ShouldBeEmpty();

    private static IEnumerable<string> Findings(string path, string text)
    {
        var settings = Settings(path, text).Where(setting => !string.IsNullOrEmpty(setting.Value) && SecretSettings.Contains(setting.Key)).Select(setting => setting.Key).ToArray();
        foreach (var key in settings)
            yield return $"{path} sets {key}";

        if (settings.Length == 0 && new[] { Key().Match(text), Proxy().Match(text) }.FirstOrDefault(match => match.Success) is { } variable)
            yield return $"{path} gives {variable.Groups["name"].Value} a value";
        if (PrivateKey().IsMatch(text))
            yield return $"{path} holds a private key";
        if (GoogleKey().IsMatch(text))
            yield return $"{path} holds a key of Google's";
        if (SlackHook().IsMatch(text))
            yield return $"{path} holds a webhook of Slack's";
    }

    // A file that --config names may be called anything: whatever names an upstream is read as settings are.
    private static IEnumerable<KeyValuePair<string, string?>> Settings(string path, string text)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !text.Contains("Upstreams", StringComparison.OrdinalIgnoreCase))
            return [];
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable();
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

    [GeneratedRegex(Name + "ApiKey)" + Sign + @"[\w-]{8,}", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Key();

    // An address without a password is none, nor is the one that the documentation shows.
    [GeneratedRegex(Name + "Proxy)" + Sign + """(?!http://user:password@host:port\b)https?://[^\s"'@/]*:[^\s"'@]+@""", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Proxy();

    [GeneratedRegex(@"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\s*(\\n)?\s*[A-Za-z0-9+/=]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\bAIza[0-9A-Za-z_-]{35}\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"hooks\.slack\.com/services/T\w+/B\w+/\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SlackHook();
}
