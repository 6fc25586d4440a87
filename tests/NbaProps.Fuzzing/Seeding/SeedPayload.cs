using System.Text.Json;

using NbaProps.RawProcessors.Formats;

namespace NbaProps.Fuzzing.Seeding;

/// <summary>A payload that mutations begin with.</summary>
/// <param name="Name">Where it is from, such as <c>real/espn/scoreboard.json</c>.</param>
/// <param name="Bytes">The payload, under 50 KB.</param>
internal sealed record SeedPayload(string Name, byte[] Bytes)
{
    /// <summary>Its places when it is JSON, or a page that holds some; empty otherwise.</summary>
    public IReadOnlyList<JsonPlace> Places { get; } = JsonPlaces.Of(Bytes);
}

/// <summary>A form and the payloads of it that there are.</summary>
/// <param name="Source">The source.</param>
/// <param name="Form">What the upstream calls the form.</param>
/// <param name="Seeds">Its payloads, invented ones first.</param>
internal sealed record FormSeeds(string Source, string Form, IReadOnlyList<SeedPayload> Seeds)
{
    /// <summary>How a campaign calls the form.</summary>
    public string Name => $"{Source}: {Form}";
}

/// <summary>A value in a JSON text.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameStart">First byte of the property's name with its quotes; -1 of an item and of the root.</param>
/// <param name="NameLength">The length of that, quotes included.</param>
internal readonly record struct JsonPlace(int Start, int Length, JsonTokenType Kind, int NameStart, int NameLength);

/// <summary>Finds the places of a JSON text.</summary>
internal static class JsonPlaces
{
    /// <summary>All values, the root first; those of the longest JSON in it when the payload is a page.</summary>
    public static IReadOnlyList<JsonPlace> Of(byte[] bytes)
    {
        using var payload = new RawPayload("seed", bytes);
        if (payload.IsJson)
        {
            return Read(bytes, bytes.AsSpan().IndexOfAny((byte)'{', (byte)'[')) ?? [];
        }

        IReadOnlyList<JsonPlace> best = [];
        for (var at = 0; payload.IsPage && at < bytes.Length; at++)
        {
            if (bytes[at] is (byte)'{' or (byte)'[' && Read(bytes, at) is { } places && places.Count > best.Count)
            {
                best = places;
                at = places[0].Start + places[0].Length;
            }
        }

        return best;
    }

    private static List<JsonPlace>? Read(byte[] bytes, int start)
    {
        var places = new List<JsonPlace>();
        var open = new Stack<int>();
        var (nameStart, nameLength) = (-1, 0);
        var reader = new Utf8JsonReader(bytes.AsSpan(start));
        try
        {
            do
            {
                reader.Read();
                var at = start + (int)reader.TokenStartIndex;
                var end = start + (int)reader.BytesConsumed;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        var quoted = reader.ValueSpan.Length + 2;
                        (nameStart, nameLength) = (at, quoted);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var opened = open.Pop();
                        places[opened] = places[opened] with { Length = end - places[opened].Start };
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(places.Count);
                        break;
                }

                places.Add(new JsonPlace(at, end - at, reader.TokenType, nameStart, nameLength));
                (nameStart, nameLength) = (-1, 0);
            }
            while (open.Count > 0);
            return places;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
