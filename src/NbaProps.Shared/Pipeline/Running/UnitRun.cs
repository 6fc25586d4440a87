using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>One run that holds its unit: steps 2 to 7 of the protocol.</summary>
internal sealed class UnitRun(
    ProcessorDeclaration processor,
    IUnitWork work,
    HeldUnit held,
    StateCalls calls,
    StoredUnits units,
    InputPaths paths,
    InputInspector inspector,
    TimeProvider time,
    RuntimeOptions options,
    bool tellsFailures)
{
    private const string Unchanged = "unchanged";

    private bool _submitted;
    private string? _tried;

    private UnitKey Unit => held.Document.Key;

    /// <summary>Runs the unit to its commit.</summary>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public async Task<RunReport> ExecuteAsync(CancellationToken cancellationToken)
    {
        var unsettled = await SettleAsync(cancellationToken);
        var look = await LookAsync(cancellationToken);
        var day = look.KnownDay(Unit.Partition.Date) ?? throw new InvalidOperationException($"{Unit}: its game day is gone.");
        var before = await inspector.InspectAsync(processor, Unit, look, cancellationToken);
        _tried = before.Fingerprint;
        if (before.NotReady is { } reason)
        {
            // Nothing was tried. It may be a write that says nothing new, and tells nobody when it has ended: a wait would outlast it.
            return await EndAsync(RunState.Blocked, $"an input is not ready: {reason}", cancellationToken, waits: false);
        }

        if (before.NotNeeded is { } stands)
        {
            return await EndAsync(RunState.NoData, stands, cancellationToken);
        }

        if (!unsettled && held.Document.Outcome.HasOutput() && held.Document.Partial is null && string.Equals(held.Document.Fingerprint, before.Fingerprint, StringComparison.Ordinal))
        {
            return await EndAsync(held.Document.Outcome, Unchanged, cancellationToken);
        }

        var product = await work.ProduceAsync(new UnitTask(Unit, held.Document, day, before, held.KeepAsync), cancellationToken);
        if (!product.State.HasOutput())
        {
            return await EndAsync(product.State, product.Reason, cancellationToken);
        }

        var changed = !string.Equals(product.ContentHash, held.Document.ContentHash, StringComparison.Ordinal);
        if (product.WriteAsync is { } write && (changed || unsettled))
        {
            await WriteAsync(write, changed, cancellationToken);
        }

        return await CommitAsync(product, before, day, changed, cancellationToken);
    }

    /// <summary>Ends the run as failed. Its token stays open when a write was submitted: its fate is unknown, and the next run settles it.</summary>
    public Task<RunReport> FailAsync(FaultKind kind, string reason, ContractBreak? broken, CancellationToken cancellationToken) =>
        EndAsync(RunState.Failed, reason, cancellationToken, kind, broken);

    private Task<OneLook> LookAsync(CancellationToken cancellationToken) => units.LookAsync(paths.Of(Unit), cancellationToken);

    private async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        var others = held.Document.Open.Where(token => token != held.Token).ToArray();
        foreach (var token in others)
        {
            await work.SettleAsync(Unit, token, cancellationToken);
        }

        return work.WritesBeforeCommit && others.Length > 0;
    }

    private async Task WriteAsync(Func<WriteTicket, CancellationToken, Task<FencedWrite>> write, bool changed, CancellationToken cancellationToken)
    {
        await held.RenewAsync(cancellationToken);
        if (held.LeaseLeft < options.WriteTimeout)
        {
            throw new TransientException($"{Unit}: {held.LeaseLeft} of the lease are left, a write may take {options.WriteTimeout}.");
        }

        var generation = held.Document.Generation + (changed ? 1 : 0);
        var lineage = new Lineage(held.RunId, held.Ledger.CorrelationId, time.GetUtcNow(), held.Token, generation);
        _submitted = true;
        using var timeout = new CancellationTokenSource(options.WriteTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        if (await write(new WriteTicket(held.Token, lineage), either.Token) == FencedWrite.Superseded)
        {
            throw new LeaseLostException($"{Unit}: the write under token {held.Token} was superseded.");
        }
    }

    private async Task<RunReport> CommitAsync(Product product, InputState before, GameDay day, bool changed, CancellationToken cancellationToken)
    {
        // The inputs may have moved while they were read. Then what was read belongs to no known state, and the unit looks again.
        var look = await LookAsync(cancellationToken);
        var after = await inspector.InspectAsync(processor, Unit, look, cancellationToken);
        var now = look.Read(Unit.Path).StoreTime;

        // A day that went on meanwhile may let this run's inputs say more than it took from them.
        var moved = look.KnownDay(Unit.Partition.Date)?.AsOf != day.AsOf || !string.Equals(before.Movement, after.Movement, StringComparison.Ordinal);
        var row = held.Ledger with
        {
            State = product.Partial is null ? product.State : RunState.Degraded,
            Reason = product.Reason,
            Rows = product.Rows,
            Fault = product.Fault?.ToString(),
            Counts = product.Counts,
            Wrote = changed || _submitted,
            Generation = held.Document.Generation + (changed ? 1 : 0),
            AsOf = product.AsOf,
            EndedAt = now,
        };
        await held.ChangeAsync(
            document =>
            {
                var again = moved || document.Wanted;
                var retried = product.Partial is not null;
                var attempts = retried ? document.Attempts + 1 : 0;
                return document with
                {
                    LeaseUntil = null,
                    Holder = null,
                    Open = _submitted || !work.WritesBeforeCommit ? [] : document.Open.Where(token => token != held.Token).ToArray(),
                    Wanted = false,
                    Outcome = product.State,
                    Reason = product.Reason,
                    Stands = new StandingOutput(product.State, product.Reason),
                    Attempts = attempts,
                    NextAttempt = retried ? now + Delay(attempts) : null,
                    Tried = retried ? _tried : null,
                    TriedTimes = retried ? TriedTimes(document) : 0,
                    EndedAt = now,
                    BroughtAt = product.IsNews ? Brought(product.State, document, now) : document.BroughtAt,
                    Anew = retried && document.Anew,
                    AnewItem = retried ? document.AnewItem : null,
                    Partial = product.Partial,
                    Lost = product.IsLost,
                    Contract = product is { Fault: not null, Break: null, ContractStands: false } ? document.Contract?.Failed() : Standing(document, product.Break, product.ContractStands, now),
                    Generation = document.Generation + (changed ? 1 : 0),
                    ContentHash = product.ContentHash,
                    Fingerprint = moved ? null : before.Fingerprint,
                    AsOf = row.Wrote || document.AsOf is null ? product.AsOf : document.AsOf,
                    Rows = product.Rows,
                    Covered = product.Covered ?? document.Covered,
                    Outbox = Outbox(document, row.Generation, completed: true, changed, again, product.AsOf),
                    OutboxSince = document.OutboxSince ?? now,
                };
            },
            [LedgerWrite(row), .. product.Documents],
            cancellationToken);
        if (!moved)
        {
            product.Confirmed?.Invoke();
        }

        return new(Unit, RunVerdict.Ran, row.State, product.Reason, row.Wrote, product.Rows, RetryLater: product.Fault == FaultKind.Transient);
    }

    /// <summary>Ends a run that brought no new output.</summary>
    private async Task<RunReport> EndAsync(
        RunState state, string reason, CancellationToken cancellationToken, FaultKind? fault = null, ContractBreak? broken = null, bool waits = true)
    {
        var read = await calls.GetAsync(Unit.Path, cancellationToken);
        var row = held.Ledger with
        {
            State = state,
            Reason = reason,
            Rows = held.Document.Rows,
            Wrote = false,
            Generation = held.Document.Generation,
            EndedAt = read.StoreTime,
            Fault = fault?.ToString(),
        };
        await held.ChangeAsync(
            document =>
            {
                var failed = !state.HasOutput();
                var retried = failed && waits;
                var attempts = retried ? document.Attempts + 1 : failed ? document.Attempts : 0;
                return document with
                {
                    LeaseUntil = null,
                    Holder = null,
                    Open = OpenAfterNoWrite(document),
                    Wanted = false,
                    Outcome = state,

                    // What stands is still why it is so.
                    Reason = string.Equals(reason, Unchanged, StringComparison.Ordinal) ? document.Reason : reason,
                    Attempts = attempts,
                    NextAttempt = retried ? read.StoreTime + Delay(attempts) : null,
                    Tried = retried ? _tried : null,
                    TriedTimes = retried ? TriedTimes(document) : 0,
                    EndedAt = read.StoreTime,
                    BroughtAt = Brought(state, document, read.StoreTime),
                    Contract = failed && broken is null ? document.Contract?.Failed() : Standing(document, broken, stands: false, read.StoreTime),
                    Outbox = Outbox(document, document.Generation, completed: state.HasOutput() || tellsFailures, changed: false, document.Wanted, document.AsOf),
                    OutboxSince = document.OutboxSince ?? read.StoreTime,
                };
            },
            [LedgerWrite(row)],
            cancellationToken);
        return new(Unit, RunVerdict.Ran, state, reason, RetryLater: fault == FaultKind.Transient, Rows: held.Document.Rows);
    }

    private int TriedTimes(UnitDocument document) => string.Equals(_tried, document.Tried, StringComparison.Ordinal) ? document.TriedTimes + 1 : 1;

    private static ContractStanding? Standing(UnitDocument document, ContractBreak? broken, bool stands, DateTimeOffset at) =>
        broken is not null ? (document.Contract ?? new ContractStanding()).Refused(broken, at)
        : stands ? ContractStanding.Accepted(at)
        : document.Contract;

    // Empty for a reason shows that nothing was in the way, but not that a source has data again.
    private static DateTimeOffset? Brought(RunState state, UnitDocument document, DateTimeOffset at) =>
        state is RunState.Succeeded or RunState.Degraded ? at : document.BroughtAt;

    private IReadOnlyList<long> OpenAfterNoWrite(UnitDocument document)
    {
        if (!work.WritesBeforeCommit)
        {
            return [];
        }

        return _submitted ? document.Open : document.Open.Where(token => token != held.Token).ToArray();
    }

    private static DocumentWrite LedgerWrite(LedgerRow row) => new(row.Path, StateJson.Write(row), Precondition.None);

    private TimeSpan Delay(int attempts)
    {
        var delay = options.RetryDelay * Math.Pow(2, Math.Min(attempts - 1, 20));
        return delay < options.LongestRetryDelay ? delay : options.LongestRetryDelay;
    }

    private IReadOnlyList<OutboxMessage> Outbox(UnitDocument document, long generation, bool completed, bool changed, bool again, DateTimeOffset? asOf)
    {
        var messages = new List<OutboxMessage>(document.Outbox);
        if (completed)
        {
            Promise(HintKind.Completed, Topics.Complete(processor.Phase));
        }

        if (again)
        {
            Promise(HintKind.Look, Topics.Trigger(processor.Phase));
        }

        return messages;

        void Promise(HintKind kind, string topic)
        {
            var id = Domain.ContentHash.Of(document.Unit, kind.ToString(), generation.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var hint = new Hint
            {
                Kind = kind,
                Unit = document.Unit,
                Generation = generation,
                Changed = changed,
                Quiet = held.Ledger.Quiet,
                CorrelationId = held.Ledger.CorrelationId,
                Origin = held.RunId,
                AsOf = asOf,
            };
            messages.RemoveAll(message => string.Equals(message.Id, id, StringComparison.Ordinal));
            messages.Add(new OutboxMessage(id, topic, StateJson.Write(hint)));
        }
    }
}
