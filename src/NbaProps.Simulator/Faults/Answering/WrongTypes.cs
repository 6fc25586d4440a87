using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>
/// A required field of another type, everywhere: in JSON an object with the value inside, in a table of headers and rows or in a file a word, and in a PDF
/// words where its numbers stood.
/// </summary>
internal static partial class WrongTypes
{
    private const string Word = "n/a";

    /// <summary>The answer with a field of another type.</summary>
    /// <param name="shape">Says what is required.</param>
    /// <param name="number">Says which field.</param>
    /// <param name="answer">With a payload.</param>
    public static ServedAnswer Of(FeedShape shape, int number, ServedAnswer answer)
    {
        var field = shape.Required[number % shape.Required.Count];
        return shape.Format == FeedFormat.Pdf ? PdfPayload.ChangeLines(answer, line => Numbers().Replace(line, found => new string('x', found.Length)))
            : CsvPayload.Is(answer) ? CsvPayload.Change(answer, (heading, lines) => [heading, .. lines.Select(line => Replaced(line, Array.IndexOf(heading.Split(','), field)))])
            : JsonPayload.Change(answer, root => Changed(root, field));
    }

    // The cell is not quoted where it is replaced: no heading that is required stands behind a text with commas.
    private static string Replaced(string line, int column)
    {
        var cells = line.Split(',');
        cells[column] = Word;
        return string.Join(',', cells);
    }

    private static JsonNode Changed(JsonNode root, string field)
    {
        foreach (var item in JsonFields.All(root).OfType<JsonObject>().ToArray())
        {
            if (item["headers"] is JsonArray headers && item["rowSet"] is JsonArray rows)
            {
                ChangeColumn(rows, headers.Select(heading => heading?.ToString() ?? string.Empty).ToList().IndexOf(field));
            }
            else if (item.TryGetPropertyValue(field, out var value))
            {
                item[field] = new JsonObject { ["value"] = value?.DeepClone() };
            }
        }

        return root;
    }

    private static void ChangeColumn(JsonArray rows, int column)
    {
        foreach (var row in column < 0 ? [] : rows.OfType<JsonArray>())
        {
            row[column] = row[column]?.GetValueKind() == JsonValueKind.Number ? Word + row[column]!.ToString() : new JsonObject();
        }
    }

    [GeneratedRegex("(?<= )[0-9]+(?= |$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
