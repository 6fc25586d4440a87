using System.Text.Json;

using NbaProps.Chaos.Harness;
using NbaProps.Fuzzing.Seeding;

namespace NbaProps.Fuzzing.Mutating;

/// <summary>Mutations that know where the values of a JSON text are.</summary>
internal static class JsonMutations
{
    /// <summary>Some edits of a text that has places.</summary>
    public static IEnumerable<Edit> Draw(SeedPayload seed, SplitMix random)
    {
        var places = seed.Places;
        var place = places[random.Below(places.Count)];
        switch (random.Below(12))
        {
            case 0:
                return [Without(seed.Bytes, place)];
            case 1:
                return Repeated(seed.Bytes, place, 1 + random.Below(3));
            case 2:
                return Renamed(seed.Bytes, place, OddTexts.Names[random.Below(OddTexts.Names.Count)]);
            case 3:
                var named = places.Where(one => one.NameStart >= 0).ToArray();
                return named.Length == 0 ? [] : Renamed(seed.Bytes, place, Name(seed.Bytes, named[random.Below(named.Length)]));
            case 4 or 5:
                var other = places[random.Below(places.Count)];
                return Overlap(place, other) ? [] : [Put(place, Value(seed.Bytes, other)), Put(other, Value(seed.Bytes, place))];
            case 6:
                // What is true of another place, and even of its kind, is not of this one.
                return [Put(place, Value(seed.Bytes, places[random.Below(places.Count)]))];
            case 7:
                return [Put(place, Bent(seed.Bytes, place, random))];
            default:
                // Large values are few and hold all others: replacing them says the same each time.
                var scalar = place.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray && random.Chance(70) ? places[random.Below(places.Count)] : place;
                return [Put(scalar, OddTexts.Values[random.Below(OddTexts.Values.Count)])];
        }
    }

    private static Edit Put(JsonPlace place, byte[] value) => new(place.Start, place.Length, value);

    private static byte[] Value(byte[] bytes, JsonPlace place) => bytes[place.Start..(place.Start + place.Length)];

    private static byte[] Name(byte[] bytes, JsonPlace place) => bytes[place.NameStart..(place.NameStart + place.NameLength)];

    private static bool Overlap(JsonPlace one, JsonPlace other) => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    private static Edit[] Renamed(byte[] bytes, JsonPlace place, byte[] name) => place.NameStart < 0 ? [] : [new Edit(place.NameStart, place.NameLength, name)];

    // The same value as another kind, or a digit or a letter of it changed.
    private static byte[] Bent(byte[] bytes, JsonPlace place, SplitMix random)
    {
        var value = Value(bytes, place);
        if (random.Chance(40))
        {
            return place.Kind == JsonTokenType.String ? value[1..^1] : [(byte)'"', .. value.Where(one => one is not ((byte)'"' or (byte)'\\')), (byte)'"'];
        }

        var at = random.Below(value.Length);
        value[at] = char.IsAsciiDigit((char)value[at]) ? (byte)('0' + random.Below(10)) : (byte)(' ' + random.Below(95));
        return value;
    }

    private static Edit[] Repeated(byte[] bytes, JsonPlace place, int times)
    {
        var start = place.NameStart < 0 ? place.Start : place.NameStart;
        var member = bytes[start..(place.Start + place.Length)];
        return start == 0 ? [] : [new Edit(start, 0, [.. Enumerable.Repeat(member, times).SelectMany(one => one.Append((byte)','))])];
    }

    private static Edit Without(byte[] bytes, JsonPlace place)
    {
        var start = place.NameStart < 0 ? place.Start : place.NameStart;
        var end = place.Start + place.Length;
        var after = end + Math.Max(0, bytes.AsSpan(end).IndexOfAnyExcept(" \t\r\n"u8));
        if (after < bytes.Length && bytes[after] == (byte)',')
        {
            return new Edit(start, after + 1 - start, []);
        }

        var before = bytes.AsSpan(0, start).LastIndexOfAnyExcept(" \t\r\n"u8);
        start = before >= 0 && bytes[before] == (byte)',' ? before : start;
        return new Edit(start, end - start, []);
    }
}
