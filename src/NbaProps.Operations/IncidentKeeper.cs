using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Operations;

/// <summary>Opens one incident per cause, keeps it up to date, and closes it when the output is there. A person is told at the start, when it becomes critical, and at the end.</summary>
/// <param name="manifest">The pipeline.</param>
/// <param name="log">Where incidents are kept.</param>
/// <param name="notifier">Who tells.</param>
public sealed class IncidentKeeper(PipelineManifest manifest, IncidentLog log, INotifier notifier)
{
    private const int PatientAttempts = 3;

    /// <summary>Compares incidents with what is expected.</summary>
    /// <param name="outputs">Every expected output.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunAsync(IReadOnlyList<ExpectedOutput> outputs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A source that has changed is one trouble: units that it fails are not told of beside it.
        var contracts = new SourceContracts(outputs);
        var troubled = outputs.Where(output => IsIncident(output) && !contracts.Explains(output));
        foreach (var incident in contracts.Changed.Select(source => source.ToIncident(manifest, now)).Concat(troubled.Select(output => Of(output, now))))
        {
            if (await log.RaiseAsync(incident, cancellationToken) is { } opened)
            {
                await notifier.NotifyAsync(opened, cancellationToken);
            }
        }

        // Running, waiting or trying again is not yet there: an all-clear must be one.
        var there = outputs.Where(IsThere).Select(output => output.Unit.ToString()).ToHashSet(StringComparer.Ordinal);
        var looked = outputs.Select(output => output.Unit.Processor).ToHashSet(StringComparer.Ordinal);
        foreach (var incident in await log.OpenAsync(cancellationToken))
        {
            var over = ChangedSource.ScraperOf(incident.Key) is { } scraper
                ? looked.Contains(scraper) && !contracts.HasChanged(scraper) ? "What the source sends is accepted again." : null
                : there.Contains(incident.Key) ? "The output is there." : null;
            if (over is not null && await log.CloseAsync(incident.Key, over, now, cancellationToken) is { } closed)
            {
                await notifier.NotifyAsync(closed, cancellationToken);
            }
        }
    }

    // What waits for another unit is that unit's trouble.
    private static bool IsIncident(ExpectedOutput output) => output.WaitsFor is null && output.State switch
    {
        ExpectedState.Failed or ExpectedState.Blocked => output.Attempts >= PatientAttempts,
        ExpectedState.Overdue => true,
        _ => false,
    };

    private static bool IsThere(ExpectedOutput output) => output.State is ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.Degraded;

    private static Incident Of(ExpectedOutput output, DateTimeOffset now) => new()
    {
        Key = output.Unit.ToString(),
        Severity = output.State == ExpectedState.Failed ? Severity.Critical : Severity.Warning,
        Title = $"{output.Unit.Processor} of {output.Unit.Partition.Date} is {output.State}",
        Cause = output.Cause,
        Done = output.Attempts == 0 ? "Nothing yet." : FormattableString.Invariant($"Tried {output.Attempts} times."),
        Command = $"nbaprops status --date {output.Unit.Partition.Date}",
        OpenedAt = now,
        UpdatedAt = now,
    };
}
