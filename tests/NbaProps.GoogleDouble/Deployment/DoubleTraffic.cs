using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>Where requests go.</summary>
internal static class DoubleTraffic
{
    public static string UrlOf(string service) => $"https://{service}-123456789012.us-east4.run.app";

    /// <summary>Why a service's traffic cannot be as it is wanted; null when it can.</summary>
    public static string? WhyNot(JsonNode? targets, string made, Dictionary<string, DoubleRevision> revisions)
    {
        var all = targets?.AsArray() ?? [];
        if (all.Sum(target => target!["percent"]?.GetValue<int>() ?? 0) != 100)
            return "Traffic percentages must add up to 100.";
        foreach (var target in all)
        {
            var named = target!["revisionName"]?.GetValue<string>();
            if (named is null == (target["latestRevision"]?.GetValue<bool>() != true))
                return "A traffic target names a revision, or follows the latest one.";
            if (named is not null && named != made && !revisions.ContainsKey(named))
                return $"Revision '{named}' was not found.";
        }

        return all.Select(target => target!["tag"]?.GetValue<string>()).OfType<string>().GroupBy(tag => tag).Any(group => group.Count() > 1) ? "A tag is given once." : null;
    }

    /// <summary>Sends requests where they are wanted, as far as that is ready; what is not stays where it was.</summary>
    public static void Route(JsonObject service, Dictionary<string, DoubleRevision> revisions)
    {
        var (name, status) = (service["metadata"]!["name"]!.GetValue<string>(), service["status"]!.AsObject());
        var routed = new JsonArray();
        foreach (var target in service["spec"]!["traffic"]!.AsArray())
        {
            var revision = target!["revisionName"]?.GetValue<string>() ?? status["latestReadyRevisionName"]?.GetValue<string>();
            if (revision is null || revisions[revision].State is not { IsReady: true })
            {
                if (target["percent"]?.GetValue<int>() > 0)
                    return;
                continue;
            }

            var there = target.DeepClone().AsObject();
            there["revisionName"] = revision;
            if (target["tag"]?.GetValue<string>() is { } tag)
                there["url"] = UrlOf(name).Replace("https://", $"https://{tag}---", StringComparison.Ordinal);
            routed.Add((JsonNode)there);
        }

        status["traffic"] = routed;
    }
}
