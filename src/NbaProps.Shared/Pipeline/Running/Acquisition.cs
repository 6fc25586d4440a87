using System.Globalization;

using NbaProps.Domain;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Step 1 of a run: takes the unit, or tells the run that has it to look again.</summary>
internal sealed class Acquisition(StateCalls calls, TimeProvider time, RuntimeOptions options, RunIdentity identity)
{
    /// <summary>Takes the unit, if it stands as it was seen.</summary>
    /// <param name="processor">Its declaration.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="trigger">Who asked.</param>
    /// <param name="seen">The look that came before.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task<Acquired> TryAcquireAsync(ProcessorDeclaration processor, UnitKey unit, RunTrigger trigger, Peek seen, CancellationToken cancellationToken)
    {
        var (read, asked) = (seen.Read, seen.AskedAt);
        if (time.GetElapsedTime(asked) > options.Lease / 4)
        {
            // The lease counts from the store's time of the read, and the look asked for more after it: what is left of it may be too little to work in.
            asked = time.GetTimestamp();
            read = await calls.GetAsync(unit.Path, cancellationToken);
            if (!string.Equals(read.Document?.Version, seen.Read.Document?.Version, StringComparison.Ordinal))
            {
                return Acquired.Moved;
            }
        }

        var before = seen.Unit ?? new UnitDocument { Unit = unit.ToString() };
        return before.IsHeld(read.StoreTime)
            ? await WantAsync(before, read, cancellationToken)
            : await TakeAsync(processor, before, read, trigger, asked, cancellationToken);
    }

    private async Task<Acquired> WantAsync(UnitDocument before, StateRead read, CancellationToken cancellationToken)
    {
        if (before.Wanted)
        {
            return Acquired.Busy;
        }

        var wanted = before with { Wanted = true };
        var write = UnitWrites.Of(wanted, read.StoreTime, Precondition.VersionIs(read.Document!.Version));

        // A lost answer of what moved the unit reads as a conflict: wanting twice is wanting once. What did not is tried a few times and then told.
        var result = await calls.CommitAsync([write], token => calls.MovedAsync(before.Key.Path, read, token), cancellationToken);
        return result is CommitResult.Committed ? Acquired.Busy : Acquired.Moved;
    }

    private async Task<Acquired> TakeAsync(
        ProcessorDeclaration processor, UnitDocument before, StateRead read, RunTrigger trigger, long asked, CancellationToken cancellationToken)
    {
        var fence = before.Token + 1;
        var runId = identity.RunId(before.Unit, fence);
        var row = new LedgerRow
        {
            RunId = runId,
            Unit = before.Unit,
            Phase = (int)processor.Phase,
            Token = fence,
            CorrelationId = trigger.CorrelationId.Length > 0 ? trigger.CorrelationId : runId,
            Trigger = trigger.Origin,
            Quiet = trigger.Quiet,
            Instance = identity.Instance,
            StartedAt = read.StoreTime,
        };
        var taken = before with
        {
            Token = fence,
            LeaseUntil = read.StoreTime + options.Lease,
            Holder = runId,
            Open = [.. before.Open, fence],
            Wanted = false,
            CorrelationId = row.CorrelationId,
            Revision = runId,
        };
        List<DocumentWrite> writes =
        [
            UnitWrites.Of(taken, read.StoreTime, read.Document is { } stored ? Precondition.VersionIs(stored.Version) : Precondition.Absent),
            new(row.Path, StateJson.Write(row), Precondition.Absent),
        ];
        if (before.Holder is { } predecessor)
        {
            await CloseAsync(predecessor, read.StoreTime, writes, cancellationToken);
        }

        var result = await calls.CommitAsync(writes, token => WasAppliedAsync(taken, token), cancellationToken);
        return result is CommitResult.Committed committed
            ? new Acquired(new HeldUnit(calls, time, options, taken, committed.Versions[0], row, asked), IsBusy: false)
            : Acquired.Moved;
    }

    private async Task CloseAsync(string predecessor, DateTimeOffset now, List<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var read = await calls.GetAsync(LedgerRow.PathOf(predecessor), cancellationToken);
        if (read.Document is { } stored && StateJson.Read<LedgerRow>(stored.Json) is { State: RunState.Running } row)
        {
            var closed = row with { State = RunState.Failed, Reason = "abandoned: its lease ran out", EndedAt = now };
            writes.Add(new(row.Path, StateJson.Write(closed), Precondition.VersionIs(stored.Version)));
        }
    }

    private async Task<CommitResult?> WasAppliedAsync(UnitDocument taken, CancellationToken cancellationToken)
    {
        var read = await calls.GetAsync(taken.Key.Path, cancellationToken);
        return read.Document is { } stored && string.Equals(StateJson.Read<UnitDocument>(stored.Json).Revision, taken.Revision, StringComparison.Ordinal)
            ? new CommitResult.Committed(read.StoreTime, [stored.Version])
            : null;
    }
}

/// <summary>What came of a try to take a unit.</summary>
/// <param name="Held">The unit, held; null when it was not taken.</param>
/// <param name="IsBusy">Whether another run holds it, and has been told to look again.</param>
internal readonly record struct Acquired(HeldUnit? Held, bool IsBusy)
{
    public static readonly Acquired Busy = new(null, IsBusy: true);

    /// <summary>It is not as it was seen: whoever changed it may have done the work, so that only another look can tell whether there is any.</summary>
    public static readonly Acquired Moved = new(null, IsBusy: false);
}

/// <summary>What asked for a run.</summary>
/// <param name="Origin">A hint's kind and origin, or a command.</param>
/// <param name="CorrelationId">The chain; empty begins one.</param>
public sealed record RunTrigger(string Origin, string CorrelationId)
{
    /// <summary>Whether later days that read the unit as history are left to the tick.</summary>
    public bool Quiet { get; init; }
}

/// <summary>Who runs, and the names of its runs.</summary>
/// <param name="instance">Name of the service instance, unique among those that run at the same time.</param>
internal sealed class RunIdentity(string instance)
{
    private long _runs;

    public string Instance { get; } = instance;

    /// <summary>
    /// A name that no other try has. Two handlers of one instance may reach for the same token at once, and a name of unit and token alone would
    /// let the one whose commit was refused, and whose answer was lost, take the other's for its own.
    /// </summary>
    public string RunId(string unit, long token) => ContentHash.Of(
        unit, token.ToString(CultureInfo.InvariantCulture), Instance, Interlocked.Increment(ref _runs).ToString(CultureInfo.InvariantCulture));
}
