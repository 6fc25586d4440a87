using System.Text.Json;

using NbaProps.Operations.Deployments;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Commands;

/// <summary>What runs, as a file says it: made from the labels of what is deployed, where services cannot be asked.</summary>
internal static class DeployedFile
{
    /// <summary>The builds in a file, in the order of their services.</summary>
    /// <exception cref="UsageException">It is not there, or no JSON object of texts.</exception>
    public static async Task<IReadOnlyList<HeardVersion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => Of(path, pair))]
                : throw new UsageException($"--deployed {path}: accepted is a JSON object of service and commit");
        }
        catch (JsonException wrong)
        {
            throw new UsageException($"--deployed {path}: {wrong.Message}");
        }
        catch (IOException missing)
        {
            throw new UsageException($"--deployed {path}: {missing.Message}");
        }
    }

    private static HeardVersion Of(string path, JsonProperty pair) => pair.Value.ValueKind == JsonValueKind.String
        ? HeardVersion.Of(new DeployedBuild(pair.Name, pair.Value.GetString()!))
        : throw new UsageException($"--deployed {path}: {pair.Name} is {pair.Value.ValueKind}, accepted is the text of a commit");
}
