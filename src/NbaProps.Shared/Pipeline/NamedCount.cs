using System.Globalization;

namespace NbaProps.Shared.Pipeline;

/// <summary>A figure of a run that is kept for machines: the errors of a section of a document.</summary>
/// <param name="Name">Snake-case name.</param>
/// <param name="Count">How many, 0 or more.</param>
public readonly record struct NamedCount(string Name, long Count)
{
    /// <summary>Counts as one text, in their order: <c>game_metadata=0; stat_line_parsing=2</c>. Null when there are none.</summary>
    public static string? TextOf(IReadOnlyList<NamedCount> counts) =>
        counts.Count == 0 ? null : string.Join("; ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name}={count.Count}")));
}
