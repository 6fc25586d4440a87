using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment.Rendering;

/// <summary>Accounts, and for each resource the bindings that are ours: messages of Google's identity interface. What others were granted stays.</summary>
internal static class IamFile
{
    public static JsonObject Of(PipelineManifest manifest) => new()
    {
        ["accounts"] = new JsonArray([.. Identities.All.Select(Account)]),
        ["policies"] = new JsonArray([.. new Grants(manifest).All.GroupBy(grant => grant.Resource, StringComparer.Ordinal).Select(Policy)]),
    };

    private static JsonObject Account(Identity identity) => new()
    {
        ["accountId"] = identity.Id,
        ["serviceAccount"] = new JsonObject { ["displayName"] = identity.DisplayName, ["description"] = identity.Description },
    };

    private static JsonObject Policy(IGrouping<string, Grant> grants) => new()
    {
        ["resource"] = grants.Key,
        ["policy"] = new JsonObject
        {
            ["bindings"] = new JsonArray([.. grants.GroupBy(grant => (grant.Role, grant.Condition)).Select(Binding)]),
        },
    };

    private static JsonObject Binding(IGrouping<(string Role, GrantCondition? Condition), Grant> grants)
    {
        var binding = new JsonObject
        {
            ["role"] = grants.Key.Role,
            ["members"] = new JsonArray([.. grants.Select(grant => JsonValue.Create(grant.Member))]),
        };
        if (grants.Key.Condition is { } condition)
        {
            binding["condition"] = new JsonObject { ["title"] = condition.Title, ["expression"] = condition.Expression };
        }

        return binding;
    }
}
