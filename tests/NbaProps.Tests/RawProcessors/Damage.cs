using System.Text;
using System.Text.Json.Nodes;

using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors;

/// <summary>Damages a payload in every place: what comes of it is rows that their table takes, or a refusal, never anything else.</summary>
internal static class Damage
{
    private static readonly string[] Instead =
        ["null", "true", "-1", "0", "7", "1.5", "1e400", "99999999999", "\"\"", "\" \"", "\"x\"", "\"-\"", "\"10:00\"", "\"0000-00-00T00:00:00\"", "\"\\ud800\"", "\"9999-12-31T23:59:59-14:00\"", "[]", "[{}]", "{}", "[[]]"];

    /// <summary>Replaces every place by something else, and takes it away.</summary>
    /// <returns>How many damaged payloads there were.</returns>
    public static int ShouldBeReadOrRefused(string source, string payload)
    {
        var places = Places(JsonNode.Parse(payload)!).Count();
        var count = 0;
        for (var place = 0; place < places; place++)
        {
            foreach (var other in Instead.Append(null))
            {
                var root = new JsonObject { ["root"] = JsonNode.Parse(payload) };
                var node = Places(root["root"]!).ElementAt(place);
                Put(node, other is null ? null : "MARK");
                var text = root["root"]?.ToJsonString() ?? "null";
                ReadOrRefused(source, text.Replace("\"MARK\"", other, StringComparison.Ordinal));
                count++;
            }
        }

        return count;
    }

    private static void ReadOrRefused(string source, string payload)
    {
        using var raw = new RawPayload("damaged", Encoding.UTF8.GetBytes(payload));
        try
        {
            var rows = PayloadCatalog.FormatOf(source, raw).Read(raw, Parsing.AsOf).Rows;
            foreach (var kind in rows.OfType<WarehouseRow>().GroupBy(row => row.GetType()))
            {
                typeof(Parsing).GetMethod(nameof(Parsing.ShouldObeyTheirTable))!.MakeGenericMethod(kind.Key)
                    .Invoke(null, [typeof(Enumerable).GetMethod("ToArray")!.MakeGenericMethod(kind.Key).Invoke(null, [typeof(Enumerable).GetMethod("Cast")!.MakeGenericMethod(kind.Key).Invoke(null, [kind])])]);
            }
        }
        catch (PermanentException refused)
        {
            refused.Message.ShouldStartWith("damaged: ");
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"{other.InnerException?.Message ?? other.Message} came of {payload}", other);
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        IEnumerable<JsonNode?> below = node switch
        {
            JsonObject properties => properties.Select(property => property.Value),
            JsonArray items => items,
            _ => [],
        };
        return below.OfType<JsonNode>().SelectMany(Places).Prepend(node);
    }

    private static void Put(JsonNode node, string? instead)
    {
        if (node.Parent is JsonObject owner)
        {
            var name = node.GetPropertyName();
            owner.Remove(name);
            if (instead is not null)
            {
                owner[name] = instead;
            }
        }
        else if (node.Parent is JsonArray list)
        {
            var index = node.GetElementIndex();
            list.RemoveAt(index);
            if (instead is not null)
            {
                list.Insert(index, instead);
            }
        }
    }
}
