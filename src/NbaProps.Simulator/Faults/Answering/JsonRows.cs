using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>Finds the arrays of a JSON document in which its rows stand.</summary>
internal static class JsonRows
{
    private const string Each = "[]";

    /// <summary>The arrays at the places of a shape, the outer ones first; places that the document has not are passed over.</summary>
    public static IReadOnlyList<JsonArray> Of(JsonNode? root, IReadOnlyList<string> places) =>
        [.. places.SelectMany(place => place is Each ? [root] : At([root], place)).OfType<JsonArray>()];

    private static IEnumerable<JsonNode?> At(IEnumerable<JsonNode?> nodes, string place) => place.Split('.').Aggregate(nodes, Step);

    private static IEnumerable<JsonNode?> Step(IEnumerable<JsonNode?> nodes, string step)
    {
        var isEach = step.EndsWith(Each, StringComparison.Ordinal);
        var name = isEach ? step[..^Each.Length] : step;
        var inside = nodes.Select(node => (node as JsonObject)?[name]);
        return isEach ? inside.OfType<JsonArray>().SelectMany(array => array) : inside;
    }
}
