using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Deployment.Declaring;
using NbaProps.GoogleCloud.Emulators;
using NbaProps.GoogleDouble;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Contracts.Deployment;

/// <summary>The accounts of the workflows against what the commands that they run ask for: each call needs a role that the account has on what it asks for.</summary>
[Trait("Part", "emulators")]
public sealed class AccountTests : DeployedInstallation
{
    // As Google's pages of roles have it: which role has the permission that a call needs. Policies of whatever it is are read with one role.
    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["run.namespaces.services.get"] = ["roles/run.developer", "roles/run.viewer"],
        ["run.namespaces.services.replaceService"] = ["roles/run.developer"],
        ["run.namespaces.revisions.get"] = ["roles/run.developer", "roles/run.viewer"],
        ["cloudscheduler.projects.locations.jobs.list"] = ["roles/cloudscheduler.viewer"],
        ["pubsub.projects.topics.list"] = ["roles/pubsub.viewer"],
        ["pubsub.projects.subscriptions.list"] = ["roles/pubsub.viewer"],
        ["secretmanager.projects.secrets.versions.get"] = ["roles/secretmanager.viewer"],
        ["bigquery.tables.get"] = ["roles/bigquery.metadataViewer"],
        ["GET service"] = ["roles/run.invoker"],
    };

    [SkippableFact]
    public async Task Who_deploys_may_do_all_that_a_deployment_of_services_asks_for()
    {
        Skip.If(GoogleCloudSdk.Root is null, "Google's command line (gcloud) is not installed: its message classes name the calls.");
        await InstallAsync();
        await using var stores = CloudStores.Open(Options, TimeProvider.System, NullLoggerFactory.Instance);
        (await SchemaMigration.ApplyAsync(stores.Ports.Warehouse, NbaPipeline.Manifest.AllTables, default)).Refused.ShouldBeEmpty();
        var since = Google.Requests.Count;

        var apply = Of(New);
        await apply.CommitsAsync(default);
        var differences = await apply.CompareAsync(Only(DeployedServices.Scrapers, DeployedServices.Predictions, DeployedServices.Operations), default);
        (await apply.RefusalsAsync(differences, stores.Ports.Warehouse, default)).ShouldBeEmpty();
        (await apply.ApplyAsync(differences, Told.Add, default)).ShouldBeNull();

        DeployedServices.All.Count(service => Run.Served(service.Name)!.Commit == New).ShouldBe(3);
        var lacking = LackedBy(Identities.Deployer, since, out var calls);
        calls.ShouldBe(Roles.Keys.Append("getIamPolicy"), ignoreOrder: true);
        lacking.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Who_compares_may_read_all_that_a_comparison_asks_for()
    {
        Skip.If(GoogleCloudSdk.Root is null, "Google's command line (gcloud) is not installed: its message classes name the calls.");
        await InstallAsync();
        var since = Google.Requests.Count;

        (await Of(New).CompareAsRunningAsync(DeployedServices.All, default)).All.ShouldBeEmpty();

        LackedBy(Identities.Reader, since, out var calls).ShouldBeEmpty();
        calls.Length.ShouldBe(6);
    }

    // Calls, with the resource where a right is on one alone, that the account has no role for.
    private string[] LackedBy(Identity account, int since, out string[] calls)
    {
        var asked = Google.Requests.Skip(since).Select(request => (Call: CallOf(request), Resource: ResourceOf(request))).Distinct().ToArray();
        calls = [.. asked.Select(one => one.Call).Distinct()];
        var rights = new Grants(NbaPipeline.Manifest).All.Where(grant => grant.Member == account.Member).ToArray();
        return
        [
            .. asked.Where(one => !rights.Any(grant => RolesOf(one.Call).Contains(grant.Role)
                && (grant.Resource == one.Resource || grant.Resource.StartsWith("project/", StringComparison.Ordinal)))).Select(one => $"{one.Call} {one.Resource}"),
        ];
    }

    private static string[] RolesOf(string call) => call == "getIamPolicy" ? ["roles/iam.securityReviewer"] : Roles.GetValueOrDefault(call, []);

    private static string CallOf(DoubleRequest request) => request.IsOfService ? $"{request.Method} service"
        : request.Path.EndsWith(":getIamPolicy", StringComparison.Ordinal) ? "getIamPolicy"
        : request.Operation;

    private static string ResourceOf(DoubleRequest request) => request.IsOfService ? $"service/{request.Host.Split("---")[^1].Split("-123456789012")[0]}"
        : request.Parts.SkipWhile(part => part is not ("secrets" or "datasets")).Take(2).ToArray() is [var kind, var name] ? $"{kind.TrimEnd('s')}/{name}"
        : "project";
}
