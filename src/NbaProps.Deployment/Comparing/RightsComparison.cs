using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Deployment.Comparing;

/// <summary>Compares the policy of a resource with the rights that are declared on it. Rights of others stay, and are no finding.</summary>
internal static class RightsComparison
{
    /// <summary>That a right is not there.</summary>
    public static LiveFinding Finding(Grant grant) => new(LiveProblem.MissingRight, grant.Resource, $"{grant.Member} has not {grant.Role}");

    /// <summary>The declared rights that are not there.</summary>
    /// <param name="declared">The rights on one resource.</param>
    /// <param name="policy">Its policy; null where the resource is not there.</param>
    public static IEnumerable<Grant> Lacking(IEnumerable<Grant> declared, JsonObject? policy) =>
        declared.Where(grant => Bindings(policy).All(binding => !IsOf(binding, grant) || !binding["members"]!.AsArray().Any(member => member!.GetValue<string>() == grant.Member)));

    /// <summary>A policy with rights added; nothing is taken away.</summary>
    public static JsonObject With(JsonObject policy, IEnumerable<Grant> added)
    {
        var changed = policy.DeepClone().AsObject();
        var bindings = changed["bindings"] as JsonArray ?? [];
        changed["bindings"] = bindings;
        foreach (var grant in added)
        {
            if (bindings.Select(binding => binding!.AsObject()).FirstOrDefault(binding => IsOf(binding, grant)) is { } there)
            {
                there["members"]!.AsArray().Add(grant.Member);
                continue;
            }

            var made = new JsonObject { ["role"] = grant.Role, ["members"] = new JsonArray(grant.Member) };
            if (grant.Condition is { } condition)
            {
                made["condition"] = new JsonObject { ["title"] = condition.Title, ["expression"] = condition.Expression };
            }

            bindings.Add((JsonNode)made);
        }

        return changed;
    }

    private static IEnumerable<JsonObject> Bindings(JsonObject? policy) => (policy?["bindings"]?.AsArray() ?? []).Select(binding => binding!.AsObject());

    private static bool IsOf(JsonObject binding, Grant grant) =>
        binding["role"]!.GetValue<string>() == grant.Role && binding["condition"]?["expression"]?.GetValue<string>() == grant.Condition?.Expression;
}
