using System.Text.Json.Nodes;

namespace NbaProps.GoogleCloud.Run;

/// <summary>A service as Cloud Run tells of it.</summary>
/// <param name="Document">All that it tells, to be sent back with changes.</param>
public sealed record LiveService(JsonObject Document)
{
    /// <summary>Where it is called; null while it has no address yet.</summary>
    public Uri? Url => Status?["url"]?.GetValue<string>() is { } url ? new Uri(url) : null;

    /// <summary>Whether Cloud Run has seen the last change: until then what it tells of revisions and traffic is of the change before.</summary>
    public bool IsObserved => Number(Status?["observedGeneration"]) >= Number(Document["metadata"]?["generation"]);

    /// <summary>Whether Cloud Run is done with the last change, well or badly. Until then it goes on writing what comes of it, and a document that was read before is refused.</summary>
    public bool IsSettled => IsObserved && Ready is "True" or "False";

    /// <summary>The revision that the last change made, ready or not.</summary>
    public string? LatestCreated => Status?["latestCreatedRevisionName"]?.GetValue<string>();

    /// <summary>The last revision that became ready.</summary>
    public string? LatestReady => Status?["latestReadyRevisionName"]?.GetValue<string>();

    /// <summary>Who has traffic, as it is.</summary>
    public IReadOnlyList<LiveTraffic> Traffic => Targets(Status?["traffic"]);

    /// <summary>Who shall have traffic, as the last change said.</summary>
    public IReadOnlyList<LiveTraffic> WantedTraffic => Targets(Document["spec"]?["traffic"]);

    /// <summary>The revision that has all traffic; null when several share it or none has any.</summary>
    public string? Serving => Traffic.Where(target => target.Percent > 0).ToArray() is [{ Percent: 100 } only] ? only.Revision : null;

    /// <summary>The template of the last change.</summary>
    public JsonObject? Template => Document["spec"]?["template"]?.AsObject();

    private JsonNode? Status => Document["status"];

    private string? Ready => (Status?["conditions"]?.AsArray() ?? []).FirstOrDefault(condition => condition?["type"]?.GetValue<string>() == "Ready")?["status"]?.GetValue<string>();

    private static IReadOnlyList<LiveTraffic> Targets(JsonNode? targets) => [.. (targets?.AsArray() ?? []).Select(target => new LiveTraffic(
        target!["revisionName"]?.GetValue<string>(),
        (int)Number(target["percent"]),
        target["tag"]?.GetValue<string>(),
        target["url"]?.GetValue<string>() is { } url ? new Uri(url) : null))];

    private static long Number(JsonNode? number) => number is null ? 0 : number.GetValue<long>();
}

/// <summary>A part of a service's traffic.</summary>
/// <param name="Revision">The revision that has it; null where it follows the newest one.</param>
/// <param name="Percent">How much.</param>
/// <param name="Tag">The name by which the revision is called whatever traffic it has; null for none.</param>
/// <param name="Url">Where it is called by that name.</param>
public sealed record LiveTraffic(string? Revision, int Percent, string? Tag, Uri? Url);
