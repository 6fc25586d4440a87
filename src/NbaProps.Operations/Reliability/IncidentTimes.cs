using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Operations.Reliability;

/// <summary>How long an incident took to be found and to be over.</summary>
/// <param name="Incident">What a person was told.</param>
/// <param name="BeganAt">End of the first run of those without an output that led to it, by the store's clock, UTC; null where no run did: what never ran is found by the calendar.</param>
public sealed record IncidentTimes(Incident Incident, DateTimeOffset? BeganAt)
{
    /// <summary>From the first run without an output until a person was told; null where no run led to it.</summary>
    public TimeSpan? ToDetect => BeganAt is { } began ? Incident.OpenedAt - began : null;

    /// <summary>From its beginning, or where that is not known from when a person was told, until it was over; null while it lasts.</summary>
    public TimeSpan? ToRepair => Incident.ClosedAt - (BeganAt ?? Incident.OpenedAt);

    /// <summary>Finds when it began.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="manifest">Says which keys are units and which are of a processor.</param>
    /// <param name="runs">Runs that have ended, by unit.</param>
    internal static IncidentTimes Of(Incident incident, PipelineManifest manifest, ILookup<string, LedgerRow> runs)
    {
        var separator = incident.Key.IndexOf('|', StringComparison.Ordinal);
        var isUnit = separator > 0 && manifest.Find(incident.Key[..separator]) is not null;
        var processor = separator > 0 && !isUnit ? manifest.Find(incident.Key[(separator + 1)..]) : null;
        var units = isUnit ? [runs[incident.Key]]
            : processor is not null ? runs.Where(unit => string.Equals(UnitKey.Parse(unit.Key).Processor, processor.Name, StringComparison.Ordinal)).Select(unit => unit.AsEnumerable())
            : [];
        return new(incident, units.Min(unit => BeganIn(unit, incident.OpenedAt)));
    }

    // Of the runs before a person was told the last ones, as far back as none gave what it should.
    private static DateTimeOffset? BeganIn(IEnumerable<LedgerRow> unit, DateTimeOffset openedAt) => unit
        .Where(run => run.EndedAt <= openedAt)
        .OrderByDescending(run => run.EndedAt)
        .ThenByDescending(run => run.Token)
        .TakeWhile(run => run.State is RunState.Failed or RunState.Blocked)
        .LastOrDefault()?.EndedAt;
}
