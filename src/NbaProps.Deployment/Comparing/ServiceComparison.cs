using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Run;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Deployment.Comparing;

/// <summary>Compares a service with its declaration: what has its traffic, whatever was deployed beside it.</summary>
internal static class ServiceComparison
{
    // What Cloud Run does where nothing is said; it may leave out what says no more than that.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["annotations.autoscaling.knative.dev/minScale"] = "0",
        ["annotations.run.googleapis.com/cpu-throttling"] = "true",
        ["annotations.run.googleapis.com/ingress"] = "all",
        ["annotations.run.googleapis.com/invoker-iam-disabled"] = "false",
    };

    /// <summary>What is not as declared, and what is somebody else's.</summary>
    /// <param name="name">The service.</param>
    /// <param name="declared">The service's document, with the installation's values.</param>
    /// <param name="live">The service as it is; null where it is not there.</param>
    /// <param name="serving">The revision that has its traffic; null where none has all of it.</param>
    public static IReadOnlyList<LiveFinding> Compare(string name, JsonObject declared, LiveService? live, LiveRevision? serving)
    {
        if (live is null)
        {
            return [new(LiveProblem.Missing, name, "the service is not there")];
        }

        if (serving is null)
        {
            return [new(LiveProblem.Differs, name, $"no revision has all of the service's traffic: {Shares(live)}")];
        }

        return [.. OfMetadata(name, declared, live), .. OfTemplate(name, declared["spec"]!["template"]!.AsObject(), serving.Document)];
    }

    /// <summary>What is not as declared about the service itself: labels, and who may come in.</summary>
    public static IEnumerable<LiveFinding> OfMetadata(string name, JsonObject declared, LiveService live) =>
        Findings(name, Documents.Differences(declared["metadata"], live.Document["metadata"]));

    /// <summary>What is not as declared about a revision, or a template of one.</summary>
    public static IEnumerable<LiveFinding> OfTemplate(string name, JsonObject declared, JsonObject live)
    {
        var wanted = declared.DeepClone().AsObject();
        var (own, there) = (Variables(wanted), Variables(live));
        wanted["spec"]!["containers"]![0]!.AsObject().Remove("env");
        return Findings(name, Documents.Differences(wanted["metadata"], live["metadata"]).Concat(Documents.Differences(wanted["spec"], live["spec"])))
            .Concat(VariableDrift.Compare(name, own, there))
            .Concat(VariableDrift.Foreign(name, own.Keys, there.Keys));
    }

    private static string Shares(LiveService live) => live.Traffic.Where(target => target.Percent > 0).ToArray() is { Length: > 0 } all
        ? string.Join(", ", all.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target.Revision} has {target.Percent} %")))
        : "none has any";

    private static IEnumerable<LiveFinding> Findings(string name, IEnumerable<(string Path, string Declared, string? Live)> differences) =>
        differences.Where(difference => difference.Live is not null || Defaults.GetValueOrDefault(difference.Path) != difference.Declared).Select(difference => new LiveFinding(
            LiveProblem.Differs, $"{name} {difference.Path}", difference.Live is null ? $"it is not said and declared as {difference.Declared}" : $"it is {difference.Live} and declared as {difference.Declared}"));

    // A secret is told by its name and version: its value is nowhere here.
    private static Dictionary<string, string> Variables(JsonObject template) => (template["spec"]?["containers"]?[0]?["env"]?.AsArray() ?? []).ToDictionary(
        variable => variable!["name"]!.GetValue<string>(),
        variable => variable!["valueFrom"]?["secretKeyRef"] is { } secret ? $"secret {secret["name"]} {secret["key"]}" : variable["value"]?.GetValue<string>() ?? string.Empty,
        StringComparer.Ordinal);
}
