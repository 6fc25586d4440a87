using NbaProps.Chaos.Harness;

namespace NbaProps.Fuzzing.Mutating;

/// <summary>Mutations that know nothing of what the bytes mean.</summary>
internal static class ByteMutations
{
    private const int LongestChunk = 64;
    private static readonly byte[] Telling = "{}[]\",:\\/\n\r\t <>0159-+.eEnNtT%"u8.ToArray();

    /// <summary>Some edits of a text.</summary>
    public static IEnumerable<Edit> Draw(byte[] bytes, SplitMix random)
    {
        var at = random.Below(bytes.Length);
        var length = Math.Min(1 + random.Below(LongestChunk), bytes.Length - at);
        return random.Below(8) switch
        {
            0 => [new Edit(at, 1, [(byte)(bytes[at] ^ (1 << random.Below(8)))])],
            1 => [new Edit(at, 1, [(byte)random.Below(256)])],
            2 => [new Edit(at, 1, [Telling[random.Below(Telling.Length)]])],
            3 => [new Edit(at, 0, [Telling[random.Below(Telling.Length)]])],
            4 => [new Edit(at, length, [])],
            5 => [new Edit(at, 0, bytes[at..(at + length)])],
            6 => [new Edit(at, bytes.Length - at, [])],
            _ => [new Edit(random.Below(bytes.Length), 0, bytes[at..(at + length)])],
        };
    }
}
