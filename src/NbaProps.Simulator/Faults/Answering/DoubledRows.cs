using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>Each row twice: of JSON each item of the arrays of rows, of a file each line, of a PDF each page.</summary>
internal static class DoubledRows
{
    /// <summary>The answer with each row twice.</summary>
    public static ServedAnswer Of(FeedShape shape, ServedAnswer answer) =>
        shape.Format == FeedFormat.Pdf ? PdfPayload.Change(answer, pages => pages.SelectMany(page => new[] { page, page }))
        : CsvPayload.Is(answer) ? CsvPayload.Change(answer, (heading, lines) => [heading, .. lines.SelectMany(line => new[] { line, line })])
        : JsonPayload.Change(answer, root => Doubled(root, shape));

    // Inner arrays first, so that an item's copy has what the item has.
    private static JsonNode Doubled(JsonNode root, FeedShape shape)
    {
        foreach (var rows in JsonRows.Of(root, shape.Rows).Reverse())
        {
            var items = rows.ToArray();
            rows.Clear();
            foreach (var item in items)
            {
                rows.Add(item);
                rows.Add(item?.DeepClone());
            }
        }

        return root;
    }
}
