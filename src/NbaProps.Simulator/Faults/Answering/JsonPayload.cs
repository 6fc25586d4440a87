using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>The JSON of an answer: its body, or what stands inside a page.</summary>
internal static class JsonPayload
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Before what an ESPN page shows.
    private const string Shown = "window['__espnfitt__']=";

    /// <summary>Changes it.</summary>
    /// <param name="answer">A JSON document, or a page with one in a script.</param>
    /// <param name="change">Changes the document in place, or gives another one.</param>
    public static ServedAnswer Change(ServedAnswer answer, Func<JsonNode, JsonNode> change)
    {
        var text = Encoding.UTF8.GetString(answer.Body.Span);
        var (from, to) = Place(text);
        var changed = change(JsonNode.Parse(text[from..to])!).ToJsonString(Plain);
        return answer.With(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, from), changed, text.AsSpan(to))));
    }

    // Of a page the object that its script shows: to the script's end.
    private static (int From, int To) Place(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<"))
        {
            return (0, text.Length);
        }

        var from = text.IndexOf(Shown, StringComparison.Ordinal) + Shown.Length;
        var end = text.IndexOf("</script>", from, StringComparison.Ordinal);
        return (from, text.LastIndexOf('}', end) + 1);
    }
}
