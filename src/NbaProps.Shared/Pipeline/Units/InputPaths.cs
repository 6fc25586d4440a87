using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>
/// The documents that a look at a unit needs and that its declaration names: they can be read together. A history of many dates and the units of games are not among
/// them, since only a query finds out which there are.
/// </summary>
internal sealed class InputPaths(PipelineManifest manifest)
{
    private readonly Dictionary<string, Named> _named = manifest.Processors.ToDictionary(processor => processor.Name, processor => NamedBy(processor, manifest), StringComparer.Ordinal);

    /// <summary>The unit's own document, its game day, and what stands behind its inputs; each once.</summary>
    /// <param name="unit">The unit, of a processor of the manifest.</param>
    public IReadOnlyList<DocumentPath> Of(UnitKey unit)
    {
        var (named, date) = (_named[unit.Processor], unit.Partition.Date);
        List<DocumentPath> paths = [unit.Path];
        foreach (var later in named.Days)
        {
            if (GameDateRange.Around(date, later, later) is { } day)
            {
                paths.Add(GameDay.PathOf(day.From));
            }
        }

        foreach (var (processor, later) in named.Units)
        {
            if (GameDateRange.Around(date, later, later) is { } day)
            {
                paths.Add(new UnitKey(processor, new(day.From)).Path);
            }
        }

        if (named.Aliases)
        {
            paths.Add(NameAliasDocument.Path);
        }

        return paths;
    }

    private static Named NamedBy(ProcessorDeclaration processor, PipelineManifest manifest)
    {
        List<int> days = [0];
        List<(string Processor, int Later)> units = [];
        foreach (var input in processor.Inputs)
        {
            if (input is InputDeclaration.Clock)
            {
                days.AddRange(processor.Triggers.Select(trigger => trigger.DaysLater));
            }
            else if (manifest.ProducerOf(input) is { } producer && PipelineManifest.Offsets(input) is var (from, to) && to - from < OneLook.MostDays)
            {
                // Whether the units of games are all there is told by the day, and by the table that lists the games.
                var dates = Enumerable.Range(from, to - from + 1).ToArray();
                days.AddRange(producer.GamesFrom is null ? [] : dates);
                units.AddRange(dates.Select(later => (producer.GamesFrom?.Name ?? producer.Name, later)));
            }
        }

        return new Named([.. days.Distinct()], [.. units.Distinct()], processor.Inputs.Any(input => input is InputDeclaration.Aliases));
    }

    /// <summary>What a declaration names, by days after the unit's own.</summary>
    private sealed record Named(IReadOnlyList<int> Days, IReadOnlyList<(string Processor, int Later)> Units, bool Aliases);
}
