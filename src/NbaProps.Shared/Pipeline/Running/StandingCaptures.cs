using System.Globalization;

using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>What a scraper's run says when it brings nothing: what was captured before stands.</summary>
/// <param name="declaration">The scraper's.</param>
/// <param name="task">The run.</param>
/// <param name="known">The captures that stand; none when nothing was ever captured.</param>
internal sealed class StandingCaptures(ProcessorDeclaration declaration, UnitTask task, IReadOnlyList<CaptureDocument> known)
{
    /// <summary>
    /// No trigger is due. Another table has changed, or the declaration has, or a run in between was blocked or found that nothing was asked of it: nothing of
    /// what the upstream said then would be said otherwise now.
    /// </summary>
    public Product Unchanged(LoadedInputs inputs)
    {
        // Documents of before it was kept say how the last run ended, and that only while it gave an output.
        var stands = task.Before.Stands ?? new StandingOutput(task.Before.Outcome.HasOutput() ? task.Before.Outcome : RunState.Degraded, task.Before.Reason);
        return Of(stands.State, stands.Reason) with { Covered = TriggerVisits.Covered(task.Inputs.Visits), IsNews = false, IsLost = task.Before.Lost, Confirmed = inputs.Confirm };
    }

    /// <summary>The source says only what is so now, and the moment is over: what it said then is gone, unless it was looked at in time.</summary>
    public Product Gone(TriggerVisit due, LoadedInputs inputs)
    {
        // Asked for again by hand, or walked past once more: what was brought in time is all that there will ever be.
        var wasLooked = task.Before.Anew || task.Before.Covered.ContainsKey(due.Trigger.ToString());
        if (wasLooked && task.Before.Stands is not null && task.Before.Partial is null)
        {
            return Unchanged(inputs);
        }

        var why = task.Before.Attempts > 0 ? $"; the last attempt: {task.Before.Reason}" : string.Empty;
        return Final(RunState.Degraded, $"{Until()}nothing was brought in time for {due.Trigger}, {due.AsOf.ToString("u", CultureInfo.InvariantCulture)}, and the source says only what is so now{why}", inputs);
    }

    /// <summary>A look of which a part failed as often as it is tried, long ago.</summary>
    public Product GivenUp(LoadedInputs inputs)
    {
        return Final(Left, $"not asked for any more: {task.Before.Reason}", inputs);
    }

    /// <summary>
    /// After a look that failed: what was captured at an earlier moment stands, or whoever stands in for an evening that is there would be asked for nothing.
    /// Where all was there and only corrections could have come, all is there still.
    /// </summary>
    public Product After(TriggerVisit due, Exception failure)
    {
        return Of(Left, $"{Until()}the look for {due.Trigger} failed: {failure.Message}") with
        {
            Partial = new PartialLook(PartialLook.VisitOf(due), PartialLook.BroughtAt(task.Before.Partial, due)),
            Fault = Faults.Classify(failure),
            IsNews = false,
            Break = ContractBreak.Of(failure),
        };
    }

    // By what stands, and not by how the last run ended: one that failed in between has taken nothing from a night that is whole.
    private RunState Left => declaration.OnlyCorrections && (task.Before.Stands?.State ?? task.Before.Outcome) == RunState.Succeeded ? RunState.Succeeded : RunState.Degraded;

    private Product Of(RunState state, string reason) => new(state, reason, CaptureArchive.HashOf(known), known.Count, task.Before.AsOf ?? task.Day.AsOf);

    // Nothing is left to be asked for, and nothing came: a source is not back for it.
    private Product Final(RunState state, string reason, LoadedInputs inputs) =>
        Of(state, reason) with { Covered = TriggerVisits.Covered(task.Inputs.Visits), IsNews = false, IsLost = true, Confirmed = inputs.Confirm };

    private string Until() => known.Count == 0
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"what was captured until {known.Max(capture => capture.CapturedAt):u} stands; ");
}
