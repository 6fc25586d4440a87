using System.Text.Json;

namespace NbaProps.Scrapers.Contracts;

/// <summary>Texts or numbers of a payload of which no two may be alike.</summary>
/// <param name="places">Where they stand, as <c>players[].id</c>; what stands at several is looked at together. What is neither counts for nothing.</param>
public sealed class DistinctValues(params IReadOnlyList<string> places)
{
    /// <summary>Things that are looked at each by itself, as <c>data[]</c>, and in which the places are; null for the whole payload.</summary>
    public string? Within { get; init; }

    /// <summary>The first place at which a value stands that has been there before, and the value as the payload writes it; null when all differ.</summary>
    internal (string Where, string Value)? FirstRepeated(JsonElement root) =>
        (Within is null ? [root] : At(root, Within)).Select(RepeatedIn).FirstOrDefault(repeated => repeated is not null);

    private (string Where, string Value)? RepeatedIn(JsonElement thing)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            // As it is written: a text may hold half of a character, which no text of ours can.
            var values = At(thing, place).Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(value => value.GetRawText().Trim('"'));
            if (values.FirstOrDefault(value => !seen.Add(value)) is { } repeated)
            {
                return (Within is null ? place : $"{Within}.{place}", repeated);
            }
        }

        return null;
    }

    private static IEnumerable<JsonElement> At(JsonElement root, string place)
    {
        IEnumerable<JsonElement> at = [root];
        foreach (var step in place.Split('.'))
        {
            var isEach = step.EndsWith("[]", StringComparison.Ordinal);
            var name = isEach ? step[..^2] : step;
            var inside = at.Where(element => element.ValueKind == JsonValueKind.Object).Select(element => element.TryGetProperty(name, out var value) ? value : default);
            at = isEach ? inside.Where(element => element.ValueKind == JsonValueKind.Array).SelectMany(element => element.EnumerateArray()) : inside;
        }

        return at;
    }
}
