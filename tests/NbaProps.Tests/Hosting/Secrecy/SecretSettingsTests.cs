using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Secrecy;

/// <summary>Which settings are secrets is said in one place, and whatever handles settings heeds it.</summary>
public sealed class SecretSettingsTests
{
    private const string Canary = "c4n4ry-0f-a-k3y";

    private static readonly string[] Cloud = ["--set", "Mode=cloud", "--set", "GoogleCloud:ProjectId=my-project-1", "--set", "CloudStorage:Bucket=my-archive"];

    [Fact]
    public void Every_source_has_a_key_and_a_proxy_that_are_secrets() => SecretSettings.Keys.ShouldBe(
        new UpstreamsOptions().All().SelectMany(source => new[] { $"Upstreams:{source.Name}:ApiKey", $"Upstreams:{source.Name}:Proxy" }), ignoreOrder: true);

    [Fact]
    public void No_setting_that_sounds_like_a_secret_is_left_out()
    {
        var page = File.ReadAllLines(RepositoryRoot.Of(Path.Combine("docs", "05-development", "configuration.md")));
        var keys = page.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToArray();
        keys.Length.ShouldBeGreaterThan(100);

        // The names of a header, of a file, and of accounts.
        string[] none = ["ApiKeyHeader", "ServiceAccountFile", "Push:ServiceAccount"];
        string[] sounds = ["key", "secret", "password", "token", "credential", "proxy", "webhook", "account"];
        keys.Where(key => sounds.Any(sound => key.Contains(sound, StringComparison.OrdinalIgnoreCase)) && !none.Any(name => key.EndsWith(name, StringComparison.Ordinal)))
            .Where(key => !SecretSettings.Contains(key)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_wrong_with_a_secret_is_said_without_it()
    {
        foreach (var key in SecretSettings.Keys.Where(key => key.EndsWith(":Proxy", StringComparison.Ordinal)))
        {
            var problem = Should.Throw<ConfigurationException>(() => Load(["--set", $"{key}=user:{Canary}@proxy"])).Problems.ShouldHaveSingleItem();
            problem.ShouldBe($"{key} is a secret that is not shown; accepted: an absolute http or https address (from the command line)");
        }
    }

    [Theory]
    [InlineData("--set {0} {1}", "--set {0} has no equals sign; accepted: --set Section:Key=value", "argument 3 is not known; accepted: --set Section:Key=value, --data DIR, --config FILE")]
    [InlineData("--set {0}:{1}", "--set {0} has no equals sign; accepted: --set Section:Key=value")]
    [InlineData("--set={0}:{1}", "--set {0} has no equals sign; accepted: --set Section:Key=value")]
    [InlineData("--set {2}:{1}", "--set {2} has no equals sign; accepted: --set Section:Key=value")]
    [InlineData("--{0}:{1}", "--{0} is not known; accepted: --set Section:Key=value, --data DIR, --config FILE")]
    [InlineData("--{0}={1}", "--{0} is not known; accepted: --set Section:Key=value, --data DIR, --config FILE")]
    [InlineData("--set {0}:{1}==", "{0} is not known with something below it: {0} is a text, not a section (from the command line)")]
    [InlineData("{1}", "argument 1 is not known; accepted: --set Section:Key=value, --data DIR, --config FILE")]
    public void A_secret_that_is_set_with_the_wrong_sign_is_not_shown(string arguments, params string[] problems)
    {
        foreach (var key in SecretSettings.Keys.Where(key => key.EndsWith(":ApiKey", StringComparison.Ordinal)))
        {
            Should.Throw<ConfigurationException>(() => Load(Filled(arguments).Split(' '))).Problems.ShouldBe(problems.Select(Filled));

            string Filled(string text) => text.Replace("{0}", key, StringComparison.Ordinal).Replace("{1}", Canary, StringComparison.Ordinal)
                .Replace("{2}", key.Replace(":", "__", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public void On_Google_Cloud_a_secret_that_a_file_leaves_empty_is_none(string value)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("nbaprops.json");
        File.WriteAllText(file, $"{{\"Upstreams\":{{\"OddsApi\":{{\"ApiKey\":{value},\"Proxy\":{value}}}}}}}");

        var options = Load(["--config", file, .. Cloud, "--set", "Upstreams:BettingPros:ApiKey="], (SecretSettings.VariableOf("Upstreams:OddsApi:ApiKey"), Canary));

        options.Upstreams.OddsApi.ApiKey.ShouldBe(Canary);
    }

    [Fact]
    public void On_Google_Cloud_a_secret_comes_from_the_environment_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("nbaprops.json");
        foreach (var key in SecretSettings.Keys)
        {
            var value = key.EndsWith(":Proxy", StringComparison.Ordinal) ? $"http://user:{Canary}@proxy" : Canary;
            var parts = key.Split(':');
            File.WriteAllText(file, $"{{\"{parts[0]}\":{{\"{parts[1]}\":{{\"{parts[2]}\":\"{value}\"}}}}}}");
            string[] given = ["--set", $"{key.ToUpperInvariant()}={value}"];
            foreach (var (arguments, source) in new[] { (given, "the command line"), (["--config", file], file) })
            {
                Load(arguments).Mode.ShouldBe(Mode.Embedded, "on one machine it is its owner's affair");
                Should.Throw<ConfigurationException>(() => Load([.. arguments, .. Cloud])).Problems.ShouldHaveSingleItem()
                    .ShouldBe($"{key} is a secret; accepted in mode cloud: the environment variable {SecretSettings.VariableOf(key)} (from {source})");
            }

            Load(Cloud, (SecretSettings.VariableOf(key), value)).Mode.ShouldBe(Mode.Cloud);
        }
    }

    [Fact]
    public void What_is_deployed_carries_secrets_from_Secret_Manager_alone()
    {
        DeployedSecret.All.Where(secret => secret.File is null).ShouldAllBe(secret => SecretSettings.Contains(KeyOf(secret.Variable)));
        foreach (var service in Services.All)
            service.Variables.Where(variable => SecretSettings.Contains(KeyOf(variable.Key))).ShouldBeEmpty(service.Service.Name);
    }

    private static string KeyOf(string variable) => variable.Replace("NBAPROPS__", string.Empty, StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal);

    private static NbaPropsOptions Load(string[] arguments, params (string Name, string Value)[] variables) => NbaPropsConfiguration.Load(
        new() { Arguments = arguments, Environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal) });
}
