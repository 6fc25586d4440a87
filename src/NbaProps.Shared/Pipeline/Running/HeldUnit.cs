using System.Globalization;

using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// A unit that this run holds. Every change is a compare-and-set that survives three things: a hint that set <c>wanted</c> in between, an
/// answer that was lost, and another run that took over, after which nothing of this run can be committed any more.
/// </summary>
internal sealed class HeldUnit(StateCalls calls, TimeProvider time, RuntimeOptions options, UnitDocument document, string version, LedgerRow ledger, long askedAt)
{
    private string _version = version;
    private int _commits;
    private long _renewedAt = askedAt;

    public UnitDocument Document { get; private set; } = document;

    public LedgerRow Ledger { get; } = ledger;

    public long Token => Ledger.Token;

    public string RunId => Ledger.RunId;

    /// <summary>What is left of the lease, by this machine's monotonic clock since before the last renewal was asked for.</summary>
    public TimeSpan LeaseLeft => options.Lease - time.GetElapsedTime(_renewedAt);

    /// <summary>Holds the unit for another full lease.</summary>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var read = await calls.GetAsync(Document.Key.Path, cancellationToken);
        Adopt(read);
        await ChangeAsync(document => document with { LeaseUntil = read.StoreTime + options.Lease }, [], cancellationToken);
        _renewedAt = asked;
    }

    /// <summary>Renews the lease when a quarter of it has gone: work of unknown length calls it before each of its steps.</summary>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (LeaseLeft < options.Lease * 0.75)
        {
            await RenewAsync(cancellationToken);
        }
    }

    /// <summary>Commits a change of the unit together with other writes.</summary>
    /// <param name="change">The change; applied again to what is there when a hint came in between.</param>
    /// <param name="others">Writes of the same commit.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <exception cref="LeaseLostException">Another run has taken over.</exception>
    public async Task ChangeAsync(Func<UnitDocument, UnitDocument> change, IReadOnlyList<DocumentWrite> others, CancellationToken cancellationToken)
    {
        var revision = string.Create(CultureInfo.InvariantCulture, $"{RunId}:{++_commits}");
        while (true)
        {
            var changed = change(Document) with { Revision = revision };
            DocumentWrite[] writes = [UnitWrites.Of(changed, time.GetUtcNow(), Precondition.VersionIs(_version)), .. others];
            var result = await calls.CommitAsync(writes, token => WasAppliedAsync(revision, token), cancellationToken);
            if (result is CommitResult.Committed committed)
            {
                Document = changed;
                _version = committed.Versions[0];
                return;
            }

            var read = await calls.GetAsync(Document.Key.Path, cancellationToken);
            if (read.Document is { } stored && string.Equals(StateJson.Read<UnitDocument>(stored.Json).Revision, revision, StringComparison.Ordinal))
            {
                // An earlier try of this very commit was applied after all.
                Document = changed;
                _version = stored.Version;
                return;
            }

            Adopt(read);
        }
    }

    private async Task<CommitResult?> WasAppliedAsync(string revision, CancellationToken cancellationToken)
    {
        var read = await calls.GetAsync(Document.Key.Path, cancellationToken);
        if (read.Document is { } stored && string.Equals(StateJson.Read<UnitDocument>(stored.Json).Revision, revision, StringComparison.Ordinal))
        {
            return new CommitResult.Committed(read.StoreTime, [stored.Version]);
        }

        return null;
    }

    private void Adopt(StateRead read)
    {
        if (read.Document is not { } stored || StateJson.Read<UnitDocument>(stored.Json) is not { } current || current.Token != Token)
        {
            throw new LeaseLostException($"{Document.Unit}: token {Token} was overtaken.");
        }

        // The token alone is not enough: a commit of ours whose answer was lost for good has ended the run, and it must not end twice.
        if (Document.Holder is not null && !string.Equals(current.Holder, RunId, StringComparison.Ordinal))
        {
            throw new LeaseLostException($"{Document.Unit}: run {RunId} has ended already.");
        }

        Document = current;
        _version = stored.Version;
    }
}
