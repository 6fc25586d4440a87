using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain;
using NbaProps.GoogleCloud.Run;

namespace NbaProps.Deployment.Applying;

/// <summary>Names of revisions: of the commit and of what they are made of, so that the same is never made twice and a name tells what runs.</summary>
internal static class RevisionNames
{
    private const int CommitDigits = 12;
    private const int HashDigits = 8;

    /// <summary>The name of a template. A revision that failed keeps its name and its failure: what is tried again gets another.</summary>
    public static async Task<string> OfAsync(CloudRunServices services, string service, string commit, JsonObject template, CancellationToken cancellationToken)
    {
        var name = $"{service}-c{commit[..Math.Min(CommitDigits, commit.Length)].ToLowerInvariant()}-{ContentHash.Of([template.ToJsonString()])[..HashDigits].ToLowerInvariant()}";
        for (var attempt = 1; ; attempt++)
        {
            var candidate = attempt == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{attempt}");
            if (await services.FindRevisionAsync(candidate, cancellationToken) is not { IsReady: false })
            {
                return candidate;
            }
        }
    }
}
