using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.Deployment.Rendering;

/// <summary>Writes a JSON document as block YAML, for people to read. Every text is quoted: "true" and "1" are texts to Cloud Run, and stay texts.</summary>
internal static class YamlText
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        Write(text, document, depth: 0, isItem: false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth, bool isItem)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } fields:
                foreach (var (field, at) in fields.Select((field, at) => (field, at)))
                {
                    // An item's first field stands behind its dash.
                    text.Append(isItem && at == 0 ? string.Empty : Indent(depth)).Append(Key(field.Key)).Append(':');
                    WriteBelow(text, field.Value, depth);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in items)
                {
                    text.Append(Indent(depth)).Append("- ");
                    if (item is JsonObject { Count: > 0 })
                    {
                        Write(text, item, depth + 1, isItem: true);
                    }
                    else
                    {
                        text.Append(Scalar(item)).Append('\n');
                    }
                }

                break;
            default:
                text.Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void WriteBelow(StringBuilder text, JsonNode? value, int depth)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n');
            Write(text, value, depth + 1, isItem: false);
        }
        else
        {
            text.Append(' ').Append(Scalar(value)).Append('\n');
        }
    }

    private static string Scalar(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ => node.GetValueKind() == JsonValueKind.String ? JsonText.Quoted(node.GetValue<string>()) : node.ToJsonString(),
    };

    private static string Key(string key) => key.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '/' or '-' or '_') ? key : JsonText.Quoted(key);

    private static string Indent(int depth) => new(' ', depth * 2);
}
