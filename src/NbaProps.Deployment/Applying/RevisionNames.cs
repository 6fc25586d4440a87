using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain;
using NbaProps.GoogleCloud.Run;

namespace NbaProps.Deployment.Applying;

/// <summary>Names of revisions: of the commit and of what they are made of, so that a name tells what runs.</summary>
internal static class RevisionNames
{
    private const int CommitDigits = 12;
    private const int HashDigits = 8;

    /// <summary>A name for a new revision. One that is there keeps it, and its failure if it failed: the same made again gets another.</summary>
    public static async Task<string> OfAsync(CloudRunServices services, string service, string commit, JsonObject template, CancellationToken cancellationToken)
    {
        var name = $"{service}-c{commit[..Math.Min(CommitDigits, commit.Length)].ToLowerInvariant()}-{ContentHash.Of([Sorted(template)!.ToJsonString()])[..HashDigits].ToLowerInvariant()}";
        for (var attempt = 1; ; attempt++)
        {
            var candidate = attempt == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{attempt}");
            if (await services.FindRevisionAsync(candidate, cancellationToken) is null)
            {
                return candidate;
            }
        }
    }

    // What a template says does not depend on the order in which Cloud Run tells it.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
