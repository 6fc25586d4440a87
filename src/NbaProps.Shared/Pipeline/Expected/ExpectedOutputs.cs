using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Expected;

/// <summary>
/// Compares what is there with what should be, for every date: computed from the manifest, the game days and the units' documents each time,
/// never stored, so that it cannot be wrong about itself.
/// </summary>
internal sealed class ExpectedOutputs(PipelineManifest manifest, InputInspector inspector, UnitLister lister, RuntimeOptions options)
{
    /// <summary>Every output of the given dates, in date and manifest order.</summary>
    /// <param name="units">What is there.</param>
    /// <param name="dates">The dates to compare; a date that never began is late like any other.</param>
    /// <param name="now">The moment that counts for lateness: the wall clock of a live installation, the newest as-of of one that walks the past.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task<IReadOnlyList<ExpectedOutput>> CompareAsync(
        UnitSnapshot units, IEnumerable<GameDate> dates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outputs = new List<ExpectedOutput>();
        foreach (var date in dates)
        {
            foreach (var processor in manifest.Processors)
            {
                await AddAsync(outputs, processor, date, units, now, cancellationToken);
            }
        }

        return CircuitBreaker.Hold(outputs, units.StoreTime);
    }

    private async Task AddAsync(
        List<ExpectedOutput> outputs, ProcessorDeclaration processor, GameDate date, UnitSnapshot units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = units.KnownDay(date);
        if (day is null || day.Reached < processor.AvailableFrom)
        {
            outputs.Add(NotBegun(processor, date, now));
            return;
        }

        var expected = await lister.ListAsync(processor, date, units, cancellationToken);

        // A game that is no longer asked for may have left a write open, for which its readers wait, or a message unsent: nobody but the tick will see to it.
        var left = (await units.RangeAsync(processor.Name, new GameDateRange(date, date), cancellationToken))
            .Where(unit => unit.Open.Count > 0 || IsStranded(unit, units.StoreTime))
            .Select(unit => unit.Key);
        foreach (var unit in expected.Concat(left.Except(expected)))
        {
            outputs.Add(await CompareAsync(processor, unit, day, units, now, cancellationToken));
        }
    }

    private static ExpectedOutput NotBegun(ProcessorDeclaration processor, GameDate date, DateTimeOffset now)
    {
        var unit = new UnitKey(processor.Name, new(date));
        var late = now > Moments.InstantOf(processor.AvailableFrom, date, firstTip: null) + processor.DueWithin;
        return late
            ? new(unit, ExpectedState.Overdue, $"{date} never reached {processor.AvailableFrom}", null, 0, null, 0, Actionable: false) { HasBegun = false }
            : new(unit, ExpectedState.NotDue, $"from {processor.AvailableFrom} on", null, 0, null, 0, Actionable: false) { HasBegun = false };
    }

    private async Task<ExpectedOutput> CompareAsync(
        ProcessorDeclaration processor, UnitKey unit, GameDay day, UnitSnapshot units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var document = units.Known(unit);
        var inputs = await inspector.InspectAsync(processor, unit, units, cancellationToken);
        var late = now > Began(day, processor) + processor.DueWithin;
        ExpectedOutput Output(ExpectedState state, string cause, bool actionable) =>
            new(unit, state, cause, inputs.WaitsFor, document?.Attempts ?? 0, document?.NextAttempt, document?.Rows ?? 0, actionable)
            {
                IsHandOff = processor.Output is OutputDeclaration.ToNextPhase,
                Contract = document?.Contract,
                IsPartial = document?.Partial is not null && state == ExpectedState.Degraded,
                IsLost = document?.Lost is true,
                IsTrouble = (state is ExpectedState.Failed or ExpectedState.Blocked || (document?.Partial is not null && state == ExpectedState.Degraded)) && document?.Attempts >= options.MostAttempts,
                IsTriedOut = IsTried(state, document)
                    && document?.TriedTimes >= options.MostAttempts && string.Equals(document.Tried, inputs.Fingerprint, StringComparison.Ordinal),
                IsReady = inputs.NotReady is null,
                EndedAt = document?.EndedAt,
                BroughtAt = document?.BroughtAt,
            };

        if (document is null && inputs.NotNeeded is { } stands)
        {
            return Output(ExpectedState.EmptyOk, stands, actionable: false);
        }

        if (document is null)
        {
            return Output(late ? ExpectedState.Overdue : ExpectedState.Expected, inputs.NotReady ?? "has not run", inputs.NotReady is null);
        }

        if (document.IsHeld(units.StoreTime))
        {
            return Output(ExpectedState.Running, "a run holds it", actionable: false);
        }

        var loose = document.LeaseUntil is not null || document.Wanted || IsStranded(document, units.StoreTime);

        // A wait between attempts is for the same thing tried again; what failed on other inputs than these has not been tried.
        var waits = document.NextAttempt > units.StoreTime && (document.Tried is null || string.Equals(document.Tried, inputs.Fingerprint, StringComparison.Ordinal));
        var may = inputs.NotReady is null && !waits;
        return document.Outcome switch
        {
            // A run of it that was abandoned has left its token: who reads it waits until another run has taken that out.
            not RunState.Running when inputs.NotNeeded is { } unneeded => Output(ExpectedState.EmptyOk, unneeded, loose || document.Open.Count > 0),
            RunState.Failed => Output(ExpectedState.Failed, document.Reason, loose || may) with
            {
                IsLoose = loose,
            },
            RunState.Blocked => Output(ExpectedState.Blocked, document.Reason, loose || may),
            _ when inputs.NotReady is { } missing => Output(late ? ExpectedState.Overdue : ExpectedState.Expected, missing, loose),
            _ when document.Open.Count > 0 || !string.Equals(document.Fingerprint, inputs.Fingerprint, StringComparison.Ordinal) =>
                Output(late ? ExpectedState.Overdue : ExpectedState.Expected, "its inputs have changed", actionable: true),
            _ when document.Partial is not null => Output(ExpectedState.Degraded, document.Reason, loose || may) with
            {
                IsLoose = loose,
            },
            RunState.NoData => Output(ExpectedState.EmptyOk, document.Reason, loose),
            RunState.Degraded => Output(ExpectedState.Degraded, document.Reason, loose),
            RunState.Succeeded => Output(ExpectedState.Complete, document.Reason, loose),
            RunState.Running => Output(ExpectedState.Expected, "an abandoned run", actionable: true),
            _ => throw new InvalidOperationException($"Unknown outcome {document.Outcome}."),
        };
    }

    private bool IsStranded(UnitDocument document, DateTimeOffset storeTime) => document.Outbox.Count > 0 && storeTime - document.OutboxSince > options.OutboxPatience;

    private static bool IsTried(ExpectedState state, UnitDocument? document) => state switch
    {
        ExpectedState.Failed => true,
        ExpectedState.Degraded => document?.Partial is not null,
        ExpectedState.Running => document is { Outcome: RunState.Failed } or { Partial: not null },
        _ => false,
    };

    private static DateTimeOffset Began(GameDay day, ProcessorDeclaration processor) =>
        day.Visits.Where(visit => visit.Moment >= processor.AvailableFrom).Min(visit => visit.Began);
}
