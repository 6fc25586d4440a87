using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>What a call's <c>fields</c> leave of an answer: <c>a,b/c,d(e,f)</c>.</summary>
internal static class FieldMask
{
    public static JsonObject Of(JsonObject whole, string mask)
    {
        var left = new JsonObject();
        foreach (var part in Parts(mask))
        {
            var end = part.IndexOfAny(['/', '(']);
            var name = end < 0 ? part : part[..end];
            if (whole[name] is not { } value)
                continue;
            var inner = end < 0 ? null : part[end] == '/' ? part[(end + 1)..] : part[(end + 1)..^1];
            left[name] = inner is null ? value.DeepClone() : Of((JsonObject)value, inner);
        }

        return left;
    }

    private static IEnumerable<string> Parts(string mask)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at < mask.Length; at++)
        {
            depth += mask[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (mask[at] == ',' && depth == 0)
            {
                yield return mask[from..at];
                from = at + 1;
            }
        }

        yield return mask[from..];
    }
}
