using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Policies;

/// <summary>Who may do what with a resource: Google's policies, which are read and written whole.</summary>
/// <param name="ways">The ways to the interfaces that keep them.</param>
/// <param name="project">The project's id.</param>
/// <param name="region">Where services are.</param>
public sealed class ResourcePolicies(PolicyWays ways, string project, string region)
{
    // With conditions; an older form would leave them out, and lose them when it is written back.
    private const int Version = 3;

    /// <summary>The policy of a resource; null where the resource is not there.</summary>
    /// <param name="kind">What kind of resource: project, service, topic, subscription, secret or account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="TransientException">Google did not answer.</exception>
    /// <exception cref="PermanentException">It refuses to tell.</exception>
    public async Task<JsonObject?> FindAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var (client, address) = Of(kind, name);
        var operation = $"{kind} {name}: get policy";

        var method = kind is "project" or "account" ? HttpMethod.Post : HttpMethod.Get;

        // The oldest of these interfaces takes as a body what the others take as a parameter.
        var request = kind == "project"
            ? GoogleRequest.Json(operation, method, $"{address}:getIamPolicy", new JsonObject { ["options"] = new JsonObject { ["requestedPolicyVersion"] = Version } }, DocumentJson.Short.JsonObject)
            : new GoogleRequest(operation, method, new Uri(FormattableString.Invariant($"{address}:getIamPolicy?options.requestedPolicyVersion={Version}"), UriKind.Relative));
        var answer = await client.SendAsync(request with { Repeatable = true }, cancellationToken);
        return answer.Meaning == StatusMeaning.NotFound ? null : answer.Read(DocumentJson.Short.JsonObject);
    }

    /// <summary>Writes a policy that was read and changed. Its <c>etag</c> has Google refuse it when somebody changed it meanwhile.</summary>
    /// <param name="kind">What kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="TransientException">Somebody changed it meanwhile, or nobody knows whether it was done.</exception>
    public Task WriteAsync(string kind, string name, JsonObject policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var (client, address) = Of(kind, name);
        policy["version"] = Version;
        return client.SendAsync($"{kind} {name}: set policy", HttpMethod.Post, $"{address}:setIamPolicy", new JsonObject { ["policy"] = policy.DeepClone() }, repeatable: false, cancellationToken);
    }

    private (GoogleRestClient Client, string Address) Of(string kind, string name) => kind switch
    {
        "project" => (ways.Projects, $"v1/projects/{name}"),
        "service" => (ways.Run, $"v1/projects/{project}/locations/{region}/services/{name}"),
        "topic" => (ways.PubSub, $"v1/projects/{project}/topics/{name}"),
        "subscription" => (ways.PubSub, $"v1/projects/{project}/subscriptions/{name}"),
        "secret" => (ways.Secrets, $"v1/projects/{project}/secrets/{name}"),
        "account" => (ways.Accounts, $"v1/projects/{project}/serviceAccounts/{name}"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Its policies are kept elsewhere."),
    };
}

/// <summary>The ways to the interfaces that keep policies.</summary>
/// <param name="Run">Cloud Run.</param>
/// <param name="PubSub">Pub/Sub.</param>
/// <param name="Secrets">Secret Manager.</param>
/// <param name="Accounts">Service accounts.</param>
/// <param name="Projects">Projects.</param>
public sealed record PolicyWays(GoogleRestClient Run, GoogleRestClient PubSub, GoogleRestClient Secrets, GoogleRestClient Accounts, GoogleRestClient Projects);
