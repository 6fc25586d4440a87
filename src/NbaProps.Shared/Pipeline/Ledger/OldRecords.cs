using NbaProps.Shared.Notifications;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ledger;

/// <summary>
/// Removes from state what has long ended: runs that the execution log has, and incidents that are over. Of both there are more every day, and nothing that decides
/// reads them. It looks once a day, at a page of each collection at a time: a look reads all of it.
/// </summary>
public sealed class OldRecords
{
    private const int DocumentsPerPage = 400;

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly DocumentPath LastLook = new("housekeeping", "old_records");

    private readonly IStateStore _state;
    private readonly TimeSpan _kept;

    internal OldRecords(IStateStore state, RuntimeOptions options) => (_state, _kept) = (state, options.RecordsKept);

    /// <summary>Removes what is older than it is kept, unless that was done less than a day ago.</summary>
    /// <param name="cancellationToken">Ends it; the next look goes on.</param>
    /// <returns>How many documents were removed.</returns>
    /// <exception cref="Resilience.TransientException">The store could not be reached; the next look goes on.</exception>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var last = await _state.GetAsync(LastLook, cancellationToken);
        var now = last.StoreTime;
        if (last.Document is { } known && now - StateJson.Read<OldRecordsLook>(known.Json).At < Every)
        {
            return 0;
        }

        var before = now - _kept;
        var removed = await RemoveAsync<LedgerRow>(LedgerRow.Collection, run => run.Exported && run.EndedAt < before, cancellationToken)
            + await RemoveAsync<Incident>(Incident.Collection, incident => incident.ClosedAt < before, cancellationToken)
            + await RemoveAsync<Incident>(Incident.History, incident => incident.ClosedAt < before, cancellationToken);
        await _state.CommitAsync([new DocumentWrite(LastLook, StateJson.Write(new OldRecordsLook(now)), Precondition.None)], cancellationToken);
        return removed;
    }

    private async Task<int> RemoveAsync<TRecord>(string collection, Predicate<TRecord> isOld, CancellationToken cancellationToken)
    {
        var removed = 0;
        string? from = null;
        while (true)
        {
            var page = await _state.QueryAsync(new DocumentQuery(collection, FromId: from, Limit: DocumentsPerPage), cancellationToken);
            var old = page.Where(document => isOld(StateJson.Read<TRecord>(document.Json)))
                .Select(document => new DocumentWrite(document.Path, Json: null, Precondition.VersionIs(document.Version)))
                .ToArray();

            // Whoever wrote one meanwhile keeps the page until tomorrow.
            if (old.Length > 0 && await _state.CommitAsync(old, cancellationToken) is CommitResult.Committed)
            {
                removed += old.Length;
            }

            if (page.Count < DocumentsPerPage)
            {
                return removed;
            }

            from = page[^1].Path.Id;
        }
    }
}

/// <summary>When somebody last looked for what is to be removed.</summary>
/// <param name="At">The store's time.</param>
internal sealed record OldRecordsLook(DateTimeOffset At);
