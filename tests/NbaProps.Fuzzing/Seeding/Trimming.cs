using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.Fuzzing.Seeding;

/// <summary>Makes a payload smaller without breaking it: JSON keeps the first items of its lists of objects and lists, text its first lines.</summary>
internal static class Trimming
{
    private static readonly int[] Lengths = [400, 200, 100, 50, 30, 20, 12, 8, 5, 3, 2, 1];
    private static readonly JsonSerializerOptions AsItWas = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The payload in about so many bytes; JSON may stay larger when even one item of each list is.</summary>
    public static byte[] Of(byte[] payload, int wanted)
    {
        if (payload.Length <= wanted)
        {
            return payload;
        }

        try
        {
            foreach (var length in Lengths)
            {
                var root = JsonNode.Parse(payload);
                Cut(root, length);
                var text = JsonSerializer.SerializeToUtf8Bytes(root, AsItWas);
                if (text.Length <= wanted || length == 1)
                {
                    return text;
                }
            }
        }
        catch (JsonException)
        {
            // It is no JSON: lines are cut.
        }

        var end = payload.AsSpan(0, wanted).LastIndexOf((byte)'\n') + 1;
        return payload[..(end == 0 ? wanted : end)];
    }

    private static void Cut(JsonNode? node, int length)
    {
        switch (node)
        {
            case JsonArray list:
                while (list.Count > length && list[^1] is JsonObject or JsonArray)
                {
                    list.RemoveAt(list.Count - 1);
                }

                foreach (var item in list)
                {
                    Cut(item, length);
                }

                break;
            case JsonObject properties:
                foreach (var property in properties)
                {
                    Cut(property.Value, length);
                }

                break;
        }
    }
}
