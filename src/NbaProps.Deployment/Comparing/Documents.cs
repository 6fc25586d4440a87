using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.Deployment.Comparing;

/// <summary>
/// What is declared of a document against what is live of it. Google adds fields of its own, and others may have added theirs: what is not declared is neither
/// compared nor taken away.
/// </summary>
internal static class Documents
{
    // Lists whose elements are known by a name, not by their place.
    private static readonly string[] Names = ["name", "key"];

    /// <summary>The declared fields that are not live as declared, by path, with both sides as text; null for what is not there.</summary>
    public static IEnumerable<(string Path, string Declared, string? Live)> Differences(JsonNode? declared, JsonNode? live, string path = "")
    {
        switch (declared)
        {
            case JsonObject fields:
                return fields.SelectMany(field => Differences(field.Value, live is JsonObject there ? there[field.Key] : null, path.Length == 0 ? field.Key : $"{path}.{field.Key}"));
            case JsonArray items:
                return items.SelectMany((item, at) => Differences(item, Match(item, at, live as JsonArray), $"{path}[{NameOf(item) ?? at.ToString(CultureInfo.InvariantCulture)}]"));
            default:
                var (wanted, there2) = (Quantity(Text(declared)), live is JsonValue value ? Text(value) : null);

                // Google leaves a number out that is 0.
                return string.Equals(wanted, Quantity(there2), StringComparison.Ordinal) || (live is null && IsZero(declared)) ? [] : [(path, Text(declared)!, there2)];
        }
    }

    /// <summary>What is live with all that is declared put in. Elements of a list by their names; environment variables whole, since one has either a value or a secret.</summary>
    public static JsonNode? Merge(JsonNode? declared, JsonNode? live, string field = "")
    {
        switch (declared)
        {
            case JsonObject fields when live is JsonObject there:
                var merged = there.DeepClone().AsObject();
                foreach (var (name, value) in fields)
                {
                    merged[name] = Merge(value, there[name], name);
                }

                return merged;
            case JsonArray items when live is JsonArray there:
                JsonNode?[] own = [.. items.Select((item, at) => field == "env" ? item?.DeepClone() : Merge(item, Match(item, at, there), field))];
                var matched = items.Select((item, at) => Match(item, at, there)).ToArray();
                return new JsonArray([.. own, .. there.Where(item => !matched.Contains(item)).Select(item => item?.DeepClone())]);
            default:
                return declared?.DeepClone();
        }
    }

    private static JsonNode? Match(JsonNode? item, int at, JsonArray? live) => NameOf(item) is { } name
        ? live?.FirstOrDefault(other => string.Equals(NameOf(other), name, StringComparison.Ordinal))
        : live is not null && at < live.Count ? live[at] : null;

    private static string? NameOf(JsonNode? item) => item is JsonObject fields ? Names.Select(name => fields[name] is JsonValue value ? Text(value) : null).FirstOrDefault(name => name is not null) : null;

    private static bool IsZero(JsonNode? value) => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.ToJsonString() == "0";

    private static string? Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : value?.ToJsonString();

    // One amount has several spellings: 1 and 1000m, 1Gi and 1024Mi.
    private static string? Quantity(string? text)
    {
        if (text is [.. var digits, 'm'] && decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var thousandths))
        {
            return (thousandths / 1000).ToString("0.###", CultureInfo.InvariantCulture);
        }

        return text is [.. var many, 'G', 'i'] && int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var gibibytes)
            ? string.Create(CultureInfo.InvariantCulture, $"{gibibytes * 1024}Mi")
            : text;
    }
}
