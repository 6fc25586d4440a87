using System.Text.RegularExpressions;

using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Manifest;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Deployment;

/// <summary>The scripts of the deployment, which print what they would do.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_file_is_filled_with_what_the_installation_says()
    {
        var (code, output, _) = await RunAsync(DeploymentScript.Example, "deploy/fill.sh", "deploy/pubsub.json");

        code.ShouldBe(0);
        output.ShouldBe(Rendered.Text("pubsub.json"));
    }

    [Fact]
    public async Task A_file_is_not_filled_at_all_while_a_value_is_missing()
    {
        var settings = _folder.Of("project.env");
        await File.WriteAllTextAsync(settings, "# PROJECT_NUMBER=1\nPROJECT=mine\nREGION=\n");

        var (code, output, errors) = await RunAsync(settings, "deploy/fill.sh", "deploy/pubsub.json");

        code.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain(": PROJECT_NUMBER REGION");
    }

    [Fact]
    public async Task Every_right_is_granted_and_every_resource_made()
    {
        var (code, output, errors) = await RunAsync(DeploymentScript.Example, "deploy/setup.sh", "--print", "apis", "accounts", "data", "pubsub", "secrets", "images", "rights", "callers", "schedules", "alerts", "federation");

        code.ShouldBe(0, errors);
        var grants = new Grants(NbaPipeline.Manifest).All;
        Regex.Count(output, "add-iam-policy-binding|bq query GRANT").ShouldBe(grants.Count);
        foreach (var grant in grants)
            output.ShouldContain(Rendered.Fill(grant.Member));
        Regex.Count(output, "add-iam-policy-binding gs://.*--condition=").ShouldBe(grants.Count(grant => grant.Resource.StartsWith("bucket/", StringComparison.Ordinal)), "a bucket has conditions, and each of its rights says its own or none");
        output.ShouldContain("--condition=title=deployments,expression=resource.name.startsWith(\"projects/_/buckets/my-project-1-archive/objects/deployments/\")");
        foreach (var topic in Rendered.Json("pubsub.json").GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("name").GetString()))
            errors.ShouldContain($"PUT pubsub.googleapis.com/v1/{topic}\n");
        Regex.Count(errors, "/subscriptions/").ShouldBe(Rendered.Json("pubsub.json").GetProperty("subscriptions").GetArrayLength());
        Regex.Count(errors, "cloudscheduler.googleapis.com").ShouldBe(ScheduledCall.All.Count);
        Regex.Count(errors, "alertPolicies").ShouldBe(Alerts.All.Count);
        foreach (var secret in DeployedSecret.All)
            output.ShouldContain($"secrets create {secret.Name} ");
    }

    [Fact]
    public async Task A_part_that_is_none_is_refused()
    {
        var (code, _, errors) = await RunAsync(DeploymentScript.Example, "deploy/setup.sh", "--print", "everything");

        code.ShouldBe(2);
        errors.ShouldContain("everything is no part: apis accounts data");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<(int Code, string Output, string Errors)> RunAsync(string settings, params string[] command) => DeploymentScript.RunAsync(settings, [], command);
}
