using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Operations;

/// <summary>Opens one incident per cause, keeps it up to date, and closes it when the output is there. A person is told twice: at the start and at the end.</summary>
/// <param name="log">Where incidents are kept.</param>
/// <param name="notifier">Who tells.</param>
public sealed class IncidentKeeper(IncidentLog log, INotifier notifier)
{
    private const int PatientAttempts = 3;

    /// <summary>Compares incidents with what is expected.</summary>
    /// <param name="outputs">Every expected output.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunAsync(IReadOnlyList<ExpectedOutput> outputs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var troubled = outputs.Where(IsIncident).ToDictionary(output => output.Unit.ToString(), StringComparer.Ordinal);
        foreach (var output in troubled.Values)
        {
            if (await log.RaiseAsync(Of(output, now), cancellationToken) is { } opened)
            {
                await notifier.NotifyAsync(opened, cancellationToken);
            }
        }

        // Running, waiting or trying again is not yet there: an all-clear must be one.
        var there = outputs.Where(IsThere).Select(output => output.Unit.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var incident in await log.OpenAsync(cancellationToken))
        {
            if (there.Contains(incident.Key)
                && await log.CloseAsync(incident.Key, "The output is there.", now, cancellationToken) is { } closed)
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
