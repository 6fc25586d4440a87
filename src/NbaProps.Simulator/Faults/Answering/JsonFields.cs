using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>Walks through all objects of a JSON document.</summary>
internal static class JsonFields
{
    /// <summary>Every node, the root first.</summary>
    public static IEnumerable<JsonNode> All(JsonNode root) => (root switch
    {
        JsonObject item => item.Select(field => field.Value),
        JsonArray array => array,
        _ => [],
    }).OfType<JsonNode>().SelectMany(All).Prepend(root);
}
