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
    /// <summary>The unit's own document, its game day, and what stands behind its inputs; each once.</summary>
    /// <param name="processor">The unit's declaration.</param>
    /// <param name="unit">The unit.</param>
    public IReadOnlyList<DocumentPath> Of(ProcessorDeclaration processor, UnitKey unit)
    {
        var date = unit.Partition.Date;
        List<DocumentPath> paths = [unit.Path, GameDay.PathOf(date)];
        foreach (var input in processor.Inputs)
        {
            switch (input)
            {
                case InputDeclaration.Clock:
                    paths.AddRange(processor.Triggers.SelectMany(trigger => DatesOf(date, trigger.DaysLater, trigger.DaysLater)).Select(GameDay.PathOf));
                    break;
                case InputDeclaration.Aliases:
                    paths.Add(NameAliasDocument.Path);
                    break;
                case InputDeclaration.Deployment:
                    break;
                default:
                    paths.AddRange(OfProducer(manifest.ProducerOf(input)!, PipelineManifest.Offsets(input), date));
                    break;
            }
        }

        return [.. paths.Distinct()];
    }

    private static IEnumerable<DocumentPath> OfProducer(ProcessorDeclaration producer, (int From, int To) offsets, GameDate date)
    {
        var dates = DatesOf(date, offsets.From, offsets.To);
        return producer.GamesFrom is { } games
            ? dates.SelectMany(of => new[] { GameDay.PathOf(of), new UnitKey(games.Name, new(of)).Path })
            : dates.Select(of => new UnitKey(producer.Name, new(of)).Path);
    }

    private static IEnumerable<GameDate> DatesOf(GameDate date, int from, int to) =>
        to - from < OneLook.MostDays && GameDateRange.Around(date, from, to) is { } dates ? dates.AsEnumerable() : [];
}
