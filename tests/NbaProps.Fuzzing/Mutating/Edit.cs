namespace NbaProps.Fuzzing.Mutating;

/// <summary>Something else in the place of some bytes.</summary>
/// <param name="Start">The first byte that is replaced.</param>
/// <param name="Length">How many are; 0 to insert.</param>
/// <param name="Text">What stands there then.</param>
internal readonly record struct Edit(int Start, int Length, byte[] Text)
{
    /// <summary>The bytes with all edits, of which those are left out that touch one before them.</summary>
    public static byte[] Apply(byte[] bytes, IEnumerable<Edit> edits)
    {
        using var result = new MemoryStream(bytes.Length + 256);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            if (edit.Start < at)
            {
                continue;
            }

            result.Write(bytes, at, edit.Start - at);
            result.Write(edit.Text);
            at = edit.Start + edit.Length;
        }

        result.Write(bytes, at, bytes.Length - at);
        return result.ToArray();
    }
}
