using System.Globalization;
using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>Cloud Run as its interface, version 1, behaves: a change makes a revision, a revision becomes ready or not, and traffic goes only where one is ready.</summary>
public sealed class CloudRunDouble
{
    private readonly Dictionary<string, DoubleRevision> _revisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _looks = new(StringComparer.Ordinal);
    private int _changes;

    /// <summary>Services by name, as they are told.</summary>
    public Dictionary<string, JsonObject> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Revisions in the order in which they were made.</summary>
    public IReadOnlyList<DoubleRevision> Revisions => [.. _revisions.Values.OrderBy(revision => revision.Number)];

    /// <summary>What becomes of a revision: ready, not ready for a reason, or (null) nothing for ever.</summary>
    public Func<DoubleRevision, Readiness?> Outcome { get; set; } = _ => Readiness.Ready;

    /// <summary>How often a revision is asked for before that is decided.</summary>
    public int LooksUntilDecided { get; set; } = 2;

    /// <summary>How often a service is asked for after a change until what it tells is of that change. By then it says that it is not done yet; the next answer says that it is.</summary>
    public int LooksUntilObserved { get; set; } = 1;

    /// <summary>What a service answers when it is asked itself; null for what a good one answers.</summary>
    public Func<DoubleRevision, DoubleRequest, DoubleAnswer?> Serving { get; set; } = (_, _) => null;

    /// <summary>The hashes that every build says it has.</summary>
    public Dictionary<string, string> Contracts { get; } = new(StringComparer.Ordinal);

    /// <summary>The revision that has a service's traffic, or null.</summary>
    public DoubleRevision? Served(string service) => Services.TryGetValue(service, out var found)
        && found["status"]!["traffic"]!.AsArray().FirstOrDefault(target => target!["percent"]?.GetValue<int>() == 100) is { } target
        ? _revisions[target["revisionName"]!.GetValue<string>()]
        : null;

    /// <summary>Cloud Run notes something of a service, which nobody changed: what was read before cannot be written any more.</summary>
    public void WriteStatus(string service) => Services[service]["metadata"]!["resourceVersion"] = NextVersion();

    internal DoubleAnswer Answer(DoubleRequest request)
    {
        var parts = request.Parts;
        var (kind, name) = (parts[5], parts.Length > 6 ? parts[6] : string.Empty);
        return (request.Method, kind) switch
        {
            ("GET", "revisions") => _revisions.TryGetValue(name, out var revision) ? DoubleAnswer.Of(Look(revision)) : NotFound(name),
            ("GET", _) when name.Length > 0 => Services.TryGetValue(name, out var found) ? DoubleAnswer.Of(Told(found)) : NotFound(name),
            ("POST", _) => Change(JsonNode.Parse(request.Body)!.AsObject(), isNew: true),
            ("PUT", _) => Change(JsonNode.Parse(request.Body)!.AsObject(), isNew: false),
            _ => NotFound(request.Path),
        };
    }

    /// <summary>The host is <c>SERVICE-NUMBER.REGION.run.app</c>, a revision's own <c>TAG---SERVICE-NUMBER.REGION.run.app</c>.</summary>
    internal DoubleAnswer AnswerAsService(DoubleRequest request)
    {
        var (tag, rest) = request.Host.Split("---") is [var first, var second] ? (first, second) : (null, request.Host);
        var service = Services.Keys.OrderByDescending(name => name.Length).FirstOrDefault(name => rest.StartsWith(name + "-", StringComparison.Ordinal));
        if (service is null)
            return DoubleAnswer.Refused(404, "NOT_FOUND", "Google's own page: there is no such service.");
        var revision = tag is null ? Served(service) : Services[service]["status"]!["traffic"]!.AsArray()
            .Where(target => target!["tag"]?.GetValue<string>() == tag).Select(target => _revisions[target!["revisionName"]!.GetValue<string>()]).FirstOrDefault();
        if (revision is null)
            return DoubleAnswer.Refused(404, "NOT_FOUND", "Google's own page: there is no such revision.");
        return Serving(revision, request) ?? request.Path switch
        {
            "/health/ready" => DoubleAnswer.Of(new JsonObject { ["service"] = service, ["ready"] = true, ["notReady"] = new JsonArray() }),
            "/version" => DoubleAnswer.Of(new JsonObject
            {
                ["service"] = service, ["commit"] = revision.Commit, ["builtAt"] = "unknown", ["dotnet"] = ".NET 10",
                ["contracts"] = new JsonObject(Contracts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            }),
            "/watch/tick" or "/watch/advance" when service == "operations" => DoubleAnswer.Refused(405, "INVALID", "Method Not Allowed"),
            _ => DoubleAnswer.Refused(404, "NOT_FOUND", "Not Found"),
        };
    }

    private DoubleAnswer Change(JsonObject wanted, bool isNew)
    {
        var name = wanted["metadata"]!["name"]!.GetValue<string>();
        if (isNew == Services.ContainsKey(name))
            return isNew ? DoubleAnswer.Refused(409, "ALREADY_EXISTS", $"Resource '{name}' already exists.") : NotFound(name);
        var known = isNew ? null : Services[name];
        if (wanted["metadata"]!["resourceVersion"] is { } version && version.GetValue<string>() != known?["metadata"]!["resourceVersion"]!.GetValue<string>())
            return DoubleAnswer.Refused(409, "ABORTED", $"Conflict for resource '{name}': version '{version}' was specified but current version is another.");
        var template = wanted["spec"]!["template"]!.AsObject();
        var (revision, refused) = RevisionOf(name, template, known);
        if (refused is not null)
            return refused;
        if (DoubleTraffic.WhyNot(wanted["spec"]!["traffic"], revision!.Name, _revisions) is { } wrong)
            return DoubleAnswer.Refused(400, "INVALID_ARGUMENT", wrong);
        _revisions.TryAdd(revision.Name, revision);
        _looks[name] = 0;
        var service = wanted.DeepClone().AsObject();
        service["metadata"]!["generation"] = 1 + (known?["metadata"]!["generation"]!.GetValue<int>() ?? 0);
        service["metadata"]!["resourceVersion"] = NextVersion();
        service["metadata"]!["annotations"] ??= new JsonObject();
        service["metadata"]!["annotations"]!["serving.knative.dev/creator"] = "somebody@example.com";
        service["status"] = new JsonObject
        {
            ["observedGeneration"] = service["metadata"]!["generation"]!.GetValue<int>() - 1,
            ["url"] = DoubleTraffic.UrlOf(name),
            ["traffic"] = known?["status"]!["traffic"]!.DeepClone() ?? new JsonArray(),
            ["conditions"] = Ready("Unknown"),
        };
        Services[name] = service;
        return DoubleAnswer.Of(service.DeepClone());
    }

    private (DoubleRevision? Revision, DoubleAnswer? Refused) RevisionOf(string service, JsonObject template, JsonObject? known)
    {
        var named = template["metadata"]?["name"]?.GetValue<string>();
        if (named is not null && _revisions.TryGetValue(named, out var there))
        {
            return JsonNode.DeepEquals(there.Template, template)
                ? (there, null)
                : (null, DoubleAnswer.Refused(409, "ALREADY_EXISTS", $"Revision named '{named}' with different configuration already exists."));
        }

        if (named is not null && !named.StartsWith(service + "-", StringComparison.Ordinal))
            return (null, DoubleAnswer.Refused(400, "INVALID_ARGUMENT", $"The revision name {named} must be prefixed by the name of the service."));
        if (named is null && known is not null && JsonNode.DeepEquals(known["spec"]!["template"], template))
            return (_revisions.Values.Where(one => one.Service == service).MaxBy(one => one.Number), null);
        var number = _revisions.Count + 1;
        return (new DoubleRevision(named ?? $"{service}-{number:00000}-abc", service, number, template.DeepClone().AsObject()), null);
    }

    private JsonObject Look(DoubleRevision revision)
    {
        Decide(revision);
        var conditions = Ready(StatusOf(revision));
        if (revision.State?.Message is { } message)
            conditions[0]!["message"] = message;
        return new JsonObject
        {
            ["apiVersion"] = "serving.knative.dev/v1", ["kind"] = "Revision",
            ["metadata"] = new JsonObject { ["name"] = revision.Name, ["labels"] = revision.Template["metadata"]?["labels"]?.DeepClone(), ["annotations"] = Annotations(revision) },
            ["spec"] = revision.Template["spec"]!.DeepClone(),
            ["status"] = new JsonObject { ["conditions"] = conditions },
        };
    }

    // What says only what holds anyway is not kept.
    private static JsonObject Annotations(DoubleRevision revision)
    {
        var kept = revision.Template["metadata"]?["annotations"]?.DeepClone().AsObject() ?? [];
        if (kept["autoscaling.knative.dev/minScale"]?.GetValue<string>() == "0")
            kept.Remove("autoscaling.knative.dev/minScale");
        return kept;
    }

    private JsonObject Told(JsonObject service)
    {
        var name = service["metadata"]!["name"]!.GetValue<string>();
        if (++_looks[name] < LooksUntilObserved)
            return service.DeepClone().AsObject();
        var own = _revisions.Values.Where(revision => revision.Service == name).OrderBy(revision => revision.Number).ToArray();
        var status = service["status"]!.AsObject();
        var latest = service["spec"]!["template"]!["metadata"]?["name"]?.GetValue<string>() is { } named ? _revisions[named] : own[^1];
        Decide(latest);
        status["observedGeneration"] = service["metadata"]!["generation"]!.GetValue<int>();
        status["latestCreatedRevisionName"] = latest.Name;
        if (own.LastOrDefault(revision => revision.State is { IsReady: true }) is { } ready)
            status["latestReadyRevisionName"] = ready.Name;
        DoubleTraffic.Route(service, _revisions);
        var told = service.DeepClone().AsObject();

        // It goes on to write after it was read: what was read while that was not decided is old by then.
        if (status["conditions"]![0]!["status"]!.GetValue<string>() != StatusOf(latest))
        {
            status["conditions"] = Ready(StatusOf(latest));
            WriteStatus(name);
        }

        return told;
    }

    // Once and for all: a revision that failed does not become ready by itself.
    private void Decide(DoubleRevision revision)
    {
        if (++revision.Looks >= LooksUntilDecided)
            revision.State ??= Outcome(revision);
    }

    private string NextVersion() => string.Create(CultureInfo.InvariantCulture, $"AAX{++_changes}");

    private static JsonArray Ready(string status) => new(new JsonObject { ["type"] = "Ready", ["status"] = status });

    private static string StatusOf(DoubleRevision revision) => revision.State is null ? "Unknown" : revision.State.IsReady ? "True" : "False";

    private static DoubleAnswer NotFound(string name) => DoubleAnswer.Refused(404, "NOT_FOUND", $"Resource '{name}' was not found.");
}
