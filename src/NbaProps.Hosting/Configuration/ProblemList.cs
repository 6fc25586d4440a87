namespace NbaProps.Hosting.Configuration;

/// <summary>The problems found so far; one per key, since what follows from a bad value helps nobody.</summary>
/// <param name="origin">Says where the value of a key came from; null where that is not known.</param>
internal sealed class ProblemList(Func<string, string?> origin)
{
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _lines.Count;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a problem: the line is the key, the sentence, and where the value came from.</summary>
    public void Add(string key, string sentence)
    {
        if (_keys.Add(key))
        {
            var line = origin(key) is { } source ? $"{key} {sentence} (from {source})" : $"{key} {sentence}";
            _lines.Add(line.ReplaceLineEndings(" "));
        }
    }
}
