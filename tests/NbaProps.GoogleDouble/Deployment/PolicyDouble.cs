using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>Policies: read and written whole, and refused when somebody wrote one in between.</summary>
public sealed class PolicyDouble
{
    private readonly Dictionary<string, JsonObject> _policies = new(StringComparer.Ordinal);
    private int _writes;

    /// <summary>Grants as somebody would by hand.</summary>
    /// <param name="resource">Its path, such as <c>projects/p/topics/t</c>.</param>
    /// <param name="role">The role.</param>
    /// <param name="member">The account.</param>
    public void Grant(string resource, string role, string member)
    {
        var policy = Of(resource);
        var bindings = policy["bindings"] as JsonArray ?? [];
        policy["bindings"] = bindings;
        bindings.Add((JsonNode)new JsonObject { ["role"] = role, ["members"] = new JsonArray(member) });
    }

    /// <summary>Whether an account has a role.</summary>
    public bool Has(string resource, string role, string member) => (Of(resource)["bindings"]?.AsArray() ?? []).Any(binding =>
        binding!["role"]!.GetValue<string>() == role && binding["members"]!.AsArray().Any(one => one!.GetValue<string>() == member));

    /// <summary>Takes a role away from everybody.</summary>
    public void Revoke(string resource, string role)
    {
        var bindings = Of(resource)["bindings"]!.AsArray();
        foreach (var binding in bindings.Where(one => one!["role"]!.GetValue<string>() == role).ToArray())
            bindings.Remove(binding);
    }

    internal DoubleAnswer Answer(DoubleRequest request, Func<string, bool> exists)
    {
        var (resource, method) = (request.Path["/v1/".Length..request.Path.LastIndexOf(':')], request.Path[(request.Path.LastIndexOf(':') + 1)..]);
        if (!exists(resource))
            return DoubleAnswer.Refused(404, "NOT_FOUND", $"{resource} not found.");
        var known = Of(resource);
        if (method == "getIamPolicy")
            return DoubleAnswer.Of(known.DeepClone());
        var policy = JsonNode.Parse(request.Body)!["policy"]!.AsObject();
        if (policy["etag"]?.GetValue<string>() != known["etag"]!.GetValue<string>())
            return DoubleAnswer.Refused(409, "ABORTED", "There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.");
        policy["etag"] = Etag(++_writes);
        _policies[resource] = policy.DeepClone().AsObject();
        return DoubleAnswer.Of(policy.DeepClone());
    }

    private JsonObject Of(string resource)
    {
        if (!_policies.TryGetValue(resource, out var policy))
            _policies[resource] = policy = new JsonObject { ["version"] = 1, ["etag"] = Etag(0) };
        return policy;
    }

    private static string Etag(int number) => Convert.ToBase64String(BitConverter.GetBytes(number));
}
