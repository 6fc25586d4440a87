using System.Collections.Immutable;

using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>What a watcher knows of units at one look.</summary>
/// <param name="At">The store's time before the reading.</param>
/// <param name="WholeAt">The store's time before all units were read.</param>
/// <param name="Units">Every unit and its version, by its id (ordinal).</param>
/// <param name="Fresh">The ids of those that this look has asked for, or found among what was written; the others are kept from earlier ones.</param>
internal sealed record WatchedLook(
    DateTimeOffset At, DateTimeOffset WholeAt, ImmutableSortedDictionary<string, (string Version, UnitDocument Unit)> Units, ImmutableHashSet<string> Fresh)
{
    /// <summary>A look that has read nothing yet.</summary>
    public static WatchedLook Nothing(DateTimeOffset at) =>
        new(at, at, ImmutableSortedDictionary.Create<string, (string, UnitDocument)>(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Whether a document is as it is known.</summary>
    public bool Has(Document document) => Units.TryGetValue(document.Path.Id, out var known) && string.Equals(known.Version, document.Version, StringComparison.Ordinal);
}
