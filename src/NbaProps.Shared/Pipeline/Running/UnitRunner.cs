using System.Diagnostics;

using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// Runs a unit of work: exactly-once effects on at-least-once delivery (docs/adr/0005-runtime-protocol.md). The steps are those of the ADR,
/// in its order; each is one compare-and-set on the unit's document.
/// </summary>
internal sealed class UnitRunner(
    PipelineManifest manifest,
    ProcessorRegistry registry,
    StateCalls calls,
    StoredUnits units,
    InputPaths paths,
    InputInspector inspector,
    Acquisition acquisition,
    OutboxPublisher outbox,
    TimeProvider time,
    RuntimeOptions options,
    RunMonitor monitor)
{
    /// <summary>Looks at a unit and runs it when its output does not stand for its inputs.</summary>
    /// <exception cref="TransientException">The state store could not be reached: nothing is known to be recorded.</exception>
    public async Task<RunReport> RunAsync(UnitKey unit, RunTrigger trigger, CancellationToken cancellationToken)
    {
        var processor = manifest.Processor(unit.Processor);
        var work = registry.Find(processor);
        while (true)
        {
            // A look without the lease: a duplicate costs a few reads and leaves no trace in the ledger.
            var peek = await PeekAsync(processor, unit, cancellationToken);
            if (peek.Answer is { } answer)
            {
                await outbox.PublishStrandedAsync(peek.Read, peek.Unit, cancellationToken);
                return answer;
            }

            var taken = await acquisition.TryAcquireAsync(processor, unit, trigger, peek, cancellationToken);
            if (taken.IsBusy)
            {
                return new(unit, RunVerdict.Busy, null, "another run holds the unit and will look again");
            }

            if (taken.Held is { } held)
            {
                return await RunObservedAsync(processor, work, held, cancellationToken);
            }
        }
    }

    private async Task<RunReport> RunObservedAsync(ProcessorDeclaration processor, IUnitWork work, HeldUnit held, CancellationToken cancellationToken)
    {
        using var activity = PipelineActivity.StartRun(held.Ledger.Unit, held.RunId, held.Ledger.CorrelationId);
        monitor.Started(held.Ledger);
        var report = await RunHeldAsync(processor, work, held, cancellationToken);
        monitor.Ended(held.Ledger, report);
        return report;
    }

    // What it reads of the unit is also what an old outbox is published from, and what the unit is taken by: a commit says whether it still stands.
    private async Task<Peek> PeekAsync(ProcessorDeclaration processor, UnitKey unit, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var look = await units.LookAsync(paths.Of(unit), cancellationToken);
        var (read, document) = (look.Read(unit.Path), look.KnownUnit(unit));
        if (look.KnownDay(unit.Partition.Date) is not { } day || day.Reached < processor.AvailableFrom)
        {
            return new Peek(new(unit, RunVerdict.NotDue, null, $"{unit.Partition.Date} has not reached {processor.AvailableFrom}"), read, document, asked);
        }

        var inputs = await inspector.InspectAsync(processor, unit, look, cancellationToken);
        return new Peek(AnswerOf(unit, inputs, document), read, document, asked);
    }

    private static RunReport? AnswerOf(UnitKey unit, InputState inputs, UnitDocument? document)
    {
        if (inputs.NotReady is { } reason)
        {
            return new(unit, RunVerdict.NotReady, null, reason);
        }

        if (inputs.NotNeeded is { } stands && document is null or { Open.Count: 0, Wanted: false, LeaseUntil: null })
        {
            return new(unit, RunVerdict.NotNeeded, document?.Outcome, stands);
        }

        return document is not null && document.Open.Count == 0 && !document.Wanted && document.Outcome.HasOutput() && document.Partial is null
            && string.Equals(document.Fingerprint, inputs.Fingerprint, StringComparison.Ordinal)
            ? new(unit, RunVerdict.Current, document.Outcome, document.Reason, Rows: document.Rows)
            : null;
    }

    private async Task<RunReport> RunHeldAsync(ProcessorDeclaration processor, IUnitWork work, HeldUnit held, CancellationToken cancellationToken)
    {
        // The run has its own budget; whoever asked for it may hang up.
        using var budget = new CancellationTokenSource(options.RunBudget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var run = new UnitRun(processor, work, held, calls, units, paths, inspector, time, options, manifest.StandInsOf(processor.Name).Count > 0);
        try
        {
            var report = await EndAsync(run, held, either.Token, budget.Token, cancellationToken);
            await outbox.PublishAsync(held, cancellationToken);
            return report;
        }
        catch (LeaseLostException lost)
        {
            return new(held.Document.Key, RunVerdict.Lost, null, lost.Message);
        }
    }

    private async Task<RunReport> EndAsync(
        UnitRun run, HeldUnit held, CancellationToken either, CancellationToken budget, CancellationToken cancellationToken)
    {
        try
        {
            return await run.ExecuteAsync(either);
        }
        catch (Exception failure) when (failure is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            PipelineActivity.Fail(Activity.Current, failure);
            monitor.Failed(held.Ledger, failure);
            var kind = Faults.Classify(failure);
            var reason = budget.IsCancellationRequested ? $"the run's budget of {options.RunBudget} ran out" : failure.Message;
            return await run.FailAsync(kind, reason, ContractBreak.Of(failure), cancellationToken);
        }
    }
}

/// <summary>A look without the lease.</summary>
/// <param name="Answer">The answer; null when the unit is to be run.</param>
/// <param name="Read">The unit as it was read.</param>
/// <param name="Unit">What was read; null when nothing was ever known of it.</param>
/// <param name="AskedAt">The machine's monotonic time before that read.</param>
internal sealed record Peek(RunReport? Answer, StateRead Read, UnitDocument? Unit, long AskedAt);
