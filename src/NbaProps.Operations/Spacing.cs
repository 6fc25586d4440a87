namespace NbaProps.Operations;

/// <summary>Keeps a look that costs queries apart from the next one: the watcher looks every few minutes, and what this one reads changes a few times a day.</summary>
/// <param name="every">The shortest time between two whole looks.</param>
internal sealed class Spacing(TimeSpan every)
{
    private DateTimeOffset? _last;

    /// <summary>Whether it is time for a look.</summary>
    public bool IsDue(DateTimeOffset now) => !(now - _last < every);

    /// <summary>A look was whole. One that failed is repeated at the next tick.</summary>
    public void Looked(DateTimeOffset now) => _last = now;
}
