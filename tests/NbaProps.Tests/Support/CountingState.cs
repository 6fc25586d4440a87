using NbaProps.Shared.State;

namespace NbaProps.Tests.Support;

/// <summary>Counts what Firestore would bill: documents written, and documents read.</summary>
internal sealed class CountingState(IStateStore state) : IStateStore
{
    private int _writes;
    private int _reads;

    public int Writes => _writes;

    public int Reads => _reads;

    public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken)
    {
        // One that is not there is billed like one that is.
        Interlocked.Add(ref _reads, paths.Count);
        return await state.GetAllAsync(paths, cancellationToken);
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var result = await state.CommitAsync(writes, cancellationToken);
        if (result is CommitResult.Committed)
            Interlocked.Add(ref _writes, writes.Count);
        return result;
    }

    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        var found = await state.QueryAsync(query, cancellationToken);
        Interlocked.Add(ref _reads, Math.Max(1, found.Count));
        return found;
    }
}
