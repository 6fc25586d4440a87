using NbaProps.Chaos.Harness;

namespace NbaProps.Fuzzing.Mutating;

/// <summary>Mutations that know where lines end, and where the cells or words of a line do.</summary>
internal static class LineMutations
{
    /// <summary>Some edits of a text.</summary>
    public static IEnumerable<Edit> Draw(byte[] bytes, SplitMix random)
    {
        var (start, end) = Line(bytes, random);
        var (otherStart, otherEnd) = Line(bytes, random);
        switch (random.Below(10))
        {
            case 0:
                return [new Edit(start, end - start, [])];
            case 1:
                return [new Edit(otherStart, 0, bytes[start..end])];
            case 2:
                return start == otherStart ? [] : [new Edit(start, end - start, bytes[otherStart..otherEnd]), new Edit(otherStart, otherEnd - otherStart, bytes[start..end])];
            case 3:
                var cut = start + random.Below(end - start);
                return [new Edit(cut, end - cut, random.Chance(50) ? "\n"u8.ToArray() : [])];
            case 4:
                return [new Edit(start + random.Below(end - start), 0, OddTexts.Words[random.Below(OddTexts.Words.Count)])];
            case 5:
                var (from, to) = Cell(bytes, otherStart, otherEnd, random);
                var (cell, cellEnd) = Cell(bytes, start, end, random);
                return [new Edit(cell, cellEnd - cell, bytes[from..to])];
            case 6:
                var (digit, digitEnd) = Cell(bytes, start, end, random);
                return digit == digitEnd ? [] : [new Edit(digit + random.Below(digitEnd - digit), 1, [(byte)('0' + random.Below(10))])];
            default:
                var (word, wordEnd) = Cell(bytes, start, end, random);
                return [new Edit(word, wordEnd - word, OddTexts.Words[random.Below(OddTexts.Words.Count)])];
        }
    }

    private static (int Start, int End) Line(byte[] bytes, SplitMix random)
    {
        var at = random.Below(bytes.Length);
        var start = bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var length = bytes.AsSpan(at).IndexOf((byte)'\n');
        return (start, length < 0 ? bytes.Length : at + length + 1);
    }

    private static (int Start, int End) Cell(byte[] bytes, int start, int end, SplitMix random)
    {
        var separator = bytes.AsSpan(start, end - start).IndexOf((byte)',') >= 0 && random.Chance(70) ? (byte)',' : (byte)' ';
        var at = start + random.Below(end - start);
        var from = start + bytes.AsSpan(start, at - start).LastIndexOf(separator) + 1;
        var length = bytes.AsSpan(at, end - at).IndexOfAny(separator, (byte)'\n');
        return (from, Math.Max(from, length < 0 ? end : at + length));
    }
}
