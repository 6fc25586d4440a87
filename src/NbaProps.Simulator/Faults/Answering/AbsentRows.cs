using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>What a feed answers while there is nothing: 404, or a document without rows.</summary>
internal static class AbsentRows
{
    /// <summary>The answer without what it brings.</summary>
    public static ServedAnswer Of(FeedShape shape, ServedAnswer answer) => !shape.EmptyWhenAbsent || CsvPayload.Is(answer)
        ? ServedAnswer.Error(404, "Not Found")
        : JsonPayload.Change(answer, root => Emptied(root, shape));

    private static JsonNode Emptied(JsonNode root, FeedShape shape)
    {
        foreach (var rows in JsonRows.Of(root, shape.Rows))
        {
            rows.Clear();
        }

        return root;
    }
}
