using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Deployment;
using NbaProps.Deployment.Applying;
using NbaProps.Deployment.Declaring;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;

namespace NbaProps.Contracts.Deployment;

/// <summary>An installation on the double, and what is deployed there.</summary>
public abstract class DeployedInstallation : IAsyncLifetime
{
    /// <summary>The commit that runs, and the one that is to.</summary>
    protected const string Old = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    protected const string New = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    protected const string Project = "projects/my-project-1";

    private readonly HurriedTime _time = new();
    private CloudDeployment _cloud = null!;

    protected GoogleDoubleServer Google { get; private set; } = null!;

    protected CloudRunDouble Run => Google.Deployment.Run;

    protected List<string> Told { get; } = [];

    protected static IReadOnlyList<DeployedService> Only(params DeployedService[] services) => services;

    public async Task InitializeAsync()
    {
        Google = await GoogleDoubleServer.StartAsync();
        foreach (var contract in BuildContracts.Of(NbaPipeline.Manifest))
            Run.Contracts[contract.Name] = contract.Hash;
        foreach (var secret in DeployedSecret.All)
            Google.Deployment.Secrets[secret.Name] = "ENABLED";
        _cloud = new CloudDeployment(Options, "my-project-1", "us-east4", _ => null, _time, NullLoggerFactory.Instance);
    }

    public async Task DisposeAsync()
    {
        _cloud.Dispose();
        await Google.DisposeAsync();
        Google.Objections.ShouldBeEmpty();
    }

    protected NbaPropsOptions Options => new()
    {
        Mode = Mode.Cloud,
        CloudStorage = new() { Bucket = "archive" },
        GoogleCloud = new()
        {
            ProjectId = "my-project-1", DeploymentEmulator = Google.Address.Authority, PubSubEmulator = Google.Address.Authority, BigQueryEmulator = Google.Address.Authority,
        },
    };

    protected CloudApply Of(string commit) => new(
        _cloud,
        NbaPipeline.Manifest,
        Installation.Read("none", name => name == "COMMIT" ? commit : Placeholder.All.Single(placeholder => placeholder.Name == name).Example),
        RolloutPace.OfCloudRun,
        _time);

    /// <summary>Compares and puts right what differs.</summary>
    /// <returns>Why it stopped; null when it did all.</returns>
    protected async Task<string?> DeployAsync(string commit, IReadOnlyList<DeployedService>? services = null)
    {
        var apply = Of(commit);
        return await apply.ApplyAsync(await apply.CompareAsync(services ?? DeployedServices.All, default), Told.Add, default);
    }

    /// <summary>An installation of a commit, whole unless services are said, with the rights that are not a deployment's to give.</summary>
    protected async Task InstallAsync(string commit = Old, IReadOnlyList<DeployedService>? services = null)
    {
        Run.LooksUntilDecided = 1;
        (await DeployAsync(commit, services)).ShouldBeNull();
        foreach (var grant in (await Of(commit).CompareAsync(services ?? DeployedServices.All, default)).Lacking)
            Google.Deployment.Policies.Grant(PathOf(grant), grant.Role, grant.Member);
        Told.Clear();
    }

    /// <summary>Changes a service as somebody does in the console: a new revision, which has the traffic.</summary>
    protected Task ByHandAsync(string service, Action<JsonObject> change) => PutByHandAsync(service, document =>
    {
        document["spec"]!["template"]!["metadata"]!.AsObject().Remove("name");
        document["spec"]!["traffic"] = new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100 });
        change(document);
    });

    /// <summary>Changes a service as it stands.</summary>
    protected async Task PutByHandAsync(string service, Action<JsonObject> change)
    {
        using var http = new HttpClient { BaseAddress = Google.Address };
        var path = $"apis/serving.knative.dev/v1/namespaces/my-project-1/services/{service}";

        // Reading lets the double go on with a change that was not finished.
        await http.GetStringAsync($"apis/serving.knative.dev/v1/namespaces/my-project-1/revisions/{Run.Revisions[^1].Name}");
        await http.GetStringAsync(path);
        var document = JsonNode.Parse(await http.GetStringAsync(path))!.AsObject();
        document.Remove("status");
        change(document);
        (await http.PutAsync(path, new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        await http.GetStringAsync($"apis/serving.knative.dev/v1/namespaces/my-project-1/revisions/{Run.Revisions[^1].Name}");
        await http.GetStringAsync(path);
    }

    protected static JsonArray Variables(JsonObject service) => service["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray();

    /// <summary>The requests that change something, since so many.</summary>
    protected string[] Changes(int since = 0) => [.. Google.Requests.Skip(since)
        .Where(request => request.Method != "GET" && !request.Path.EndsWith(":getIamPolicy", StringComparison.Ordinal))
        .Select(request => string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.Path}"))];

    protected static string PathOf(Grant grant)
    {
        var (kind, name) = (grant.Resource.Split('/')[0], grant.Resource[(grant.Resource.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return kind switch
        {
            "project" => Project,
            "service" => $"{Project}/locations/us-east4/services/{name}",
            "account" => $"{Project}/serviceAccounts/{name}",
            _ => $"{Project}/{kind}s/{name}",
        };
    }
}
