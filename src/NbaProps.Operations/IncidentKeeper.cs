using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;

namespace NbaProps.Operations;

/// <summary>Opens one incident per cause, keeps it up to date, and closes it when the output is there. A person is told at the start, when it becomes critical, and at the end.</summary>
/// <param name="manifest">The pipeline.</param>
/// <param name="desk">Where incidents are kept and told.</param>
public sealed class IncidentKeeper(PipelineManifest manifest, IncidentDesk desk)
{
    /// <summary>Compares incidents with what is expected.</summary>
    /// <param name="outputs">Every expected output.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunAsync(IReadOnlyList<ExpectedOutput> outputs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A source that has changed is one trouble: units that it fails are not told of beside it.
        var contracts = new SourceContracts(outputs);
        var lasting = await desk.OpenAsync(cancellationToken);
        var known = lasting.Select(incident => incident.Key).ToHashSet(StringComparer.Ordinal);

        // So is a processor whose units fail one after the other. While it is told of, no unit of it is another trouble: neither the last that is left, nor one
        // that is tried again because the source is back.
        var circuits = CircuitBreaker.Of(outputs.Where(output => !contracts.Explains(output)))
            .Select(breaker => new OpenCircuit(breaker))
            .Where(circuit => circuit.Dates.Count > 1 || known.Contains(circuit.Key))
            .ToArray();
        var warnings = GateWarning.Of(outputs);
        var endings = new IncidentEndings(manifest, outputs, contracts, warnings);

        // An evening of a source that says only what is so now ends with the next morning, and its trouble need not: the next evening's is the same.
        var held = circuits.Select(circuit => circuit.Key).Concat(known).Select(OpenCircuit.ProcessorOf).OfType<string>()
            .Concat(known.Select(endings.LostBy).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var troubled = outputs.Where(output => IsIncident(output) && !contracts.Explains(output) && !(output.State is ExpectedState.Failed or ExpectedState.Degraded && held.Contains(output.Unit.Processor)));
        IEnumerable<Incident> incidents =
        [
            .. contracts.Changed.Select(source => source.ToIncident(manifest, now)),
            .. circuits.Select(circuit => circuit.ToIncident(manifest, now)),
            .. warnings.Select(warning => warning.ToIncident(now)),
            .. troubled.Select(output => Of(output, now)),
        ];
        foreach (var incident in incidents)
        {
            await desk.RaiseAsync(incident, cancellationToken);
        }

        // What was raised just now is not over.
        foreach (var key in lasting.Select(incident => incident.Key))
        {
            if (endings.Of(key) is { } because)
            {
                await desk.CloseAsync(key, because, now, cancellationToken);
            }
        }
    }

    // What waits for another unit is that unit's trouble.
    private static bool IsIncident(ExpectedOutput output) => output.WaitsFor is null && output.State switch
    {
        ExpectedState.Failed or ExpectedState.Blocked or ExpectedState.Degraded => output.IsTrouble,
        ExpectedState.Overdue => true,
        _ => false,
    };

    private static Incident Of(ExpectedOutput output, DateTimeOffset now) => new()
    {
        Key = output.Unit.ToString(),
        Severity = output.State == ExpectedState.Failed ? Severity.Critical : Severity.Warning,
        Title = $"{output.Unit.Processor} of {output.Unit.Partition.Date} is {output.State}",
        Cause = output.Cause,
        Done = Tries.Of(output),
        Command = $"nbaprops status --date {output.Unit.Partition.Date}",
        OpenedAt = now,
        UpdatedAt = now,
    };
}
