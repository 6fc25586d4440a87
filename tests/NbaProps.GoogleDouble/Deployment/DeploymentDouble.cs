using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>What a deployment changes, as Google's interfaces behave that keep it.</summary>
public sealed class DeploymentDouble
{
    private readonly Lock _gate = new();

    /// <summary>Makes it.</summary>
    public DeploymentDouble() => Run = new CloudRunDouble();

    /// <summary>Services and revisions, and what they answer themselves.</summary>
    public CloudRunDouble Run { get; }

    /// <summary>The jobs of the scheduler, by full name.</summary>
    public Dictionary<string, JsonObject> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>Topics and subscriptions.</summary>
    public PubSubDouble PubSub { get; } = new();

    /// <summary>The state of each secret's newest version; one that is not here has none.</summary>
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    /// <summary>Policies, by the path of their resource.</summary>
    public PolicyDouble Policies { get; } = new();

    internal DoubleAnswer Answer(DoubleRequest request)
    {
        lock (_gate)
        {
            if (request.IsOfService)
                return Run.AnswerAsService(request);
            var path = request.Path.TrimStart('/');
            if (path.EndsWith("IamPolicy", StringComparison.Ordinal))
                return Policies.Answer(request, Exists);
            return path.Split('/') switch
            {
                ["apis", ..] => Run.Answer(request),
                ["v1", "projects", _, "locations", _, "jobs", ..] => AnswerJobs(request, path["v1/".Length..]),
                ["v1", "projects", _, "topics" or "subscriptions", ..] => PubSub.Answer(request, path["v1/".Length..]),
                ["v1", "projects", var project, "secrets", var secret, "versions", "latest"] => Secrets.TryGetValue(secret, out var state)
                    ? DoubleAnswer.Of(new JsonObject { ["name"] = $"projects/{project}/secrets/{secret}/versions/3", ["state"] = state })
                    : DoubleAnswer.Refused(404, "NOT_FOUND", $"Secret [{secret}] not found or has no versions."),
                ["v1", "projects", "-", "serviceAccounts", var account] when account.Split(':') is [var email, var verb] => AnswerCredentials(request, email, verb),
                _ => DoubleAnswer.Refused(404, "NOT_FOUND", $"Nothing answers at {path}."),
            };
        }
    }

    // An account's tokens for whoever asks: an access token names the account, and an identity token that of an account is asked for with one of its own.
    private static DoubleAnswer AnswerCredentials(DoubleRequest request, string email, string verb) => verb switch
    {
        "generateAccessToken" => DoubleAnswer.Of(new JsonObject { ["accessToken"] = $"access-of-{email}", ["expireTime"] = "2099-01-01T00:00:00Z" }),
        "generateIdToken" when request.Headers.GetValueOrDefault("Authorization") == $"Bearer access-of-{email}" => DoubleAnswer.Of(
            new JsonObject { ["token"] = $"{email} for {JsonNode.Parse(request.Body)!["audience"]}" }),
        _ => DoubleAnswer.Refused(403, "PERMISSION_DENIED", $"Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource {email} (or it may not exist)."),
    };

    private bool Exists(string resource) => resource.Split('/') switch
    {
        ["projects", _, "locations", _, "services", var service] => Run.Services.ContainsKey(service),
        ["projects", _, "topics", ..] => PubSub.Topics.Contains(resource),
        ["projects", _, "subscriptions", ..] => PubSub.Subscriptions.ContainsKey(resource),
        ["projects", _, "secrets", var secret] => Secrets.ContainsKey(secret),
        _ => true,
    };

    private DoubleAnswer AnswerJobs(DoubleRequest request, string name)
    {
        if (request.Method == "GET" && name.EndsWith("/jobs", StringComparison.Ordinal))
            return DoubleAnswer.Of(Jobs.Count == 0 ? [] : new JsonObject { ["jobs"] = new JsonArray([.. Jobs.Values.Select(WithoutZeros)]) });
        if (request.Method == "POST" && name.EndsWith("/jobs", StringComparison.Ordinal))
        {
            var made = JsonNode.Parse(request.Body)!.AsObject();
            made["state"] = "ENABLED";
            return Jobs.TryAdd(made["name"]!.GetValue<string>(), made)
                ? DoubleAnswer.Of(WithoutZeros(made)!)
                : DoubleAnswer.Refused(409, "ALREADY_EXISTS", "Job already exists.");
        }

        var isResume = name.EndsWith(":resume", StringComparison.Ordinal);
        if (!Jobs.TryGetValue(isResume ? name[..^":resume".Length] : name, out var job))
            return DoubleAnswer.Refused(404, "NOT_FOUND", "Job not found.");
        if (isResume)
            job["state"] = "ENABLED";
        foreach (var (field, value) in request.Method == "PATCH" ? JsonNode.Parse(request.Body)!.AsObject() : [])
            job[field] = value?.DeepClone();
        if (request.Method == "PATCH" && job["state"]?.GetValue<string>() == "UPDATE_FAILED")
            job["state"] = "ENABLED";
        return DoubleAnswer.Of(WithoutZeros(job)!);
    }

    // Cloud Scheduler does not tell a number that is 0.
    private static JsonNode? WithoutZeros(JsonNode? node) => node is JsonObject fields
        ? new JsonObject(fields.Where(field => field.Value is not JsonValue value || value.ToJsonString() != "0").Select(field => KeyValuePair.Create(field.Key, WithoutZeros(field.Value))))
        : node?.DeepClone();
}
