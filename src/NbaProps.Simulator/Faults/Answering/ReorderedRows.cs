using System.Text.Json.Nodes;

using NbaProps.Simulator.Chance;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>The rows in another order: items of JSON's arrays of rows and lines of a file shuffled, pages of a PDF from the last to the first.</summary>
internal static class ReorderedRows
{
    /// <summary>The answer in another order.</summary>
    /// <param name="shape">Where the rows stand.</param>
    /// <param name="number">Says which order.</param>
    /// <param name="answer">With a payload.</param>
    public static ServedAnswer Of(FeedShape shape, int number, ServedAnswer answer) =>
        shape.Format == FeedFormat.Pdf ? PdfPayload.Change(answer, pages => pages.Reverse())
        : CsvPayload.Is(answer) ? CsvPayload.Change(answer, (heading, lines) => [heading, .. Shuffled(lines, number)])
        : JsonPayload.Change(answer, root => Shuffled(root, shape, number));

    private static JsonNode Shuffled(JsonNode root, FeedShape shape, int number)
    {
        foreach (var rows in JsonRows.Of(root, shape.Rows))
        {
            var items = rows.ToArray();
            rows.Clear();
            foreach (var item in Shuffled(items, number))
            {
                rows.Add(item);
            }
        }

        return root;
    }

    private static T[] Shuffled<T>(IEnumerable<T> items, int number)
    {
        var shuffled = items.ToArray();
        Dice.For(number, "order").Shuffle(shuffled);
        return shuffled;
    }
}
