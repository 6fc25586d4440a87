using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>
/// A required field under another name, everywhere: a name of JSON, a heading among a table's headers, of a file's first line, or of a PDF's columns.
/// </summary>
internal static class RenamedFields
{
    /// <summary>The answer with a field renamed.</summary>
    /// <param name="shape">Says what is required.</param>
    /// <param name="number">Says which field.</param>
    /// <param name="answer">With a payload.</param>
    public static ServedAnswer Of(FeedShape shape, int number, ServedAnswer answer)
    {
        var field = shape.Required[number % shape.Required.Count];
        return shape.Format == FeedFormat.Pdf ? PdfPayload.ChangeLines(answer, line => line.Replace(field, Other(field), StringComparison.Ordinal))
            : CsvPayload.Is(answer) ? CsvPayload.Change(answer, (heading, lines) => [string.Join(',', heading.Split(',').Select(name => NameOf(name, field))), .. lines])
            : JsonPayload.Change(answer, root => Renamed(root, field));
    }

    private static string NameOf(string name, string field) => string.Equals(name, field, StringComparison.Ordinal) ? Other(field) : name;

    // As long as before, so that a PDF's columns stay where they are.
    private static string Other(string field) => string.Concat(field[..^1], field.EndsWith('X') ? "Y" : "X");

    private static JsonNode Renamed(JsonNode root, string field)
    {
        foreach (var node in JsonFields.All(root).ToArray())
        {
            if (node is JsonObject item && item.TryGetPropertyValue(field, out var value))
            {
                item.Remove(field);
                item.Add(Other(field), value);
            }
            else if (node is JsonValue text && text.TryGetValue<string>(out var heading) && string.Equals(heading, field, StringComparison.Ordinal))
            {
                node.ReplaceWith(Other(field));
            }
        }

        return root;
    }
}
