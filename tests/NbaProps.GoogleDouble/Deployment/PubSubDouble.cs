using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>The administrator's side of Pub/Sub.</summary>
public sealed class PubSubDouble
{
    private const int PerPage = 5;

    /// <summary>Topics, by full name.</summary>
    public SortedSet<string> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>Subscriptions, by full name.</summary>
    public SortedDictionary<string, JsonObject> Subscriptions { get; } = new(StringComparer.Ordinal);

    internal DoubleAnswer Answer(DoubleRequest request, string name) => (request.Method, name.Split('/')[^1], name.Split('/')[2]) switch
    {
        ("GET", "topics", _) => Page(request, "topics", [.. Topics.Select(topic => new JsonObject { ["name"] = topic })]),
        ("GET", "subscriptions", _) => Page(request, "subscriptions", [.. Subscriptions.Values]),
        ("PUT", _, "topics") => Topics.Add(name) ? DoubleAnswer.Of(new JsonObject { ["name"] = name }) : DoubleAnswer.Refused(409, "ALREADY_EXISTS", $"Resource already exists ({name})."),
        ("PUT", _, _) => Create(request, name),
        ("PATCH", _, _) => Patch(request, name),
        _ => Subscriptions.TryGetValue(name, out var found) ? DoubleAnswer.Of(found.DeepClone()) : DoubleAnswer.Refused(404, "NOT_FOUND", $"Resource not found ({name})."),
    };

    private DoubleAnswer Create(DoubleRequest request, string name)
    {
        var made = JsonNode.Parse(request.Body)!.AsObject();
        made["name"] = name;
        if (!Topics.Contains(made["topic"]!.GetValue<string>()))
            return DoubleAnswer.Refused(404, "NOT_FOUND", $"Resource not found ({made["topic"]}).");

        // What is not said is said in what is read: a subscription ends after 31 days without anything to do.
        made["expirationPolicy"] ??= new JsonObject { ["ttl"] = "2678400s" };
        made["state"] = "ACTIVE";
        return Subscriptions.TryAdd(name, made) ? DoubleAnswer.Of(made.DeepClone()) : DoubleAnswer.Refused(409, "ALREADY_EXISTS", $"Resource already exists ({name}).");
    }

    private DoubleAnswer Patch(DoubleRequest request, string name)
    {
        if (!Subscriptions.TryGetValue(name, out var known))
            return DoubleAnswer.Refused(404, "NOT_FOUND", $"Resource not found ({name}).");
        var update = JsonNode.Parse(request.Body)!;
        foreach (var field in update["updateMask"]!.GetValue<string>().Split(','))
        {
            if (field is "topic" or "filter" or "name")
                return DoubleAnswer.Refused(400, "INVALID_ARGUMENT", $"Invalid update_mask provided in the UpdateSubscriptionRequest: {field} cannot be changed.");
            known.Remove(field);
            if (update["subscription"]![field] is { } value)
                known[field] = value.DeepClone();
        }

        return DoubleAnswer.Of(known.DeepClone());
    }

    private static DoubleAnswer Page(DoubleRequest request, string field, JsonObject[] all)
    {
        var from = request.Query.TryGetValue("pageToken", out var token) ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var answer = new JsonObject();
        if (all.Length > 0)
            answer[field] = new JsonArray([.. all.Skip(from).Take(PerPage).Select(one => one.DeepClone())]);
        if (all.Length > from + PerPage)
            answer["nextPageToken"] = (from + PerPage).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return DoubleAnswer.Of(answer);
    }
}
