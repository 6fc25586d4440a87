using NbaProps.Domain.Calendar;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Operations.Reliability;

/// <summary>How well the pipeline did its work, from the ledger of runs and the log of incidents.</summary>
/// <param name="Phases">By phase.</param>
/// <param name="Processors">By processor, in the manifest's order; those that have not run are left out.</param>
/// <param name="Incidents">Oldest first.</param>
public sealed record ReliabilityReport(IReadOnlyList<RunRates> Phases, IReadOnlyList<RunRates> Processors, IReadOnlyList<IncidentTimes> Incidents)
{
    /// <summary>Adds up.</summary>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="ledger">All runs; those that have not ended are left out.</param>
    /// <param name="incidents">All incidents.</param>
    /// <param name="dates">The game dates of the runs that are counted, and of the incidents that are about one; null for all.</param>
    public static ReliabilityReport Of(PipelineManifest manifest, IEnumerable<LedgerRow> ledger, IEnumerable<Incident> incidents, GameDateRange? dates)
    {
        var ended = ledger.Where(run => run.EndedAt is not null).ToArray();
        var runs = ended.ToLookup(run => run.Unit, StringComparer.Ordinal);
        var counted = ended.Where(run => Covers(dates, UnitKey.Parse(run.Unit).Partition.Date)).ToLookup(run => UnitKey.Parse(run.Unit).Processor, StringComparer.Ordinal);
        var known = manifest.Processors.Where(processor => counted.Contains(processor.Name)).ToArray();
        return new(
            [.. known.GroupBy(processor => processor.Phase).OrderBy(phase => phase.Key).Select(phase => RunRates.Of((int)phase.Key, null, [.. phase.SelectMany(processor => counted[processor.Name])]))],
            [.. known.Select(processor => RunRates.Of((int)processor.Phase, processor.Name, [.. counted[processor.Name]]))],
            [
                .. incidents.Where(incident => DateOf(incident) is not { } date || Covers(dates, date))
                    .OrderBy(incident => incident.OpenedAt)
                    .ThenBy(incident => incident.Key, StringComparer.Ordinal)
                    .Select(incident => IncidentTimes.Of(incident, manifest, runs)),
            ]);
    }

    private static bool Covers(GameDateRange? dates, GameDate date) => dates is not { } range || (range.From <= date && date <= range.To);

    // A source that has changed is about no date; all others name theirs.
    private static GameDate? DateOf(Incident incident)
    {
        foreach (var part in incident.Key.Split('|'))
        {
            if (GameDate.TryParse(part, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
