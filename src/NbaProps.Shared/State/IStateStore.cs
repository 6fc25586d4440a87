namespace NbaProps.Shared.State;

/// <summary>
/// The coordination store: small JSON documents, read by path or by id range, and committed together under preconditions.
/// It has no interactive transactions, no increments and no growing arrays, so that Firestore, SQLite and memory can promise the same.
/// </summary>
/// <remarks>
/// Every call may throw <see cref="Resilience.TransientException"/>. After a commit that threw, the caller does not know whether it
/// was applied and must read the documents again; the adapters never retry a commit themselves.
/// </remarks>
public interface IStateStore
{
    /// <summary>
    /// Reads documents together, and the store's own time, which is the only clock that leases are compared with: who needs several of them waits once. Each is as it was
    /// at some moment of the call, and not all need be of the same one. For one document see <see cref="StateReads.GetAsync"/>.
    /// </summary>
    /// <param name="paths">Which; one that is named twice is answered twice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>An answer for each path, in their order, all with the store's time at the last of them; none for none.</returns>
    Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken);

    /// <summary>Applies all writes, or none when a precondition does not hold.</summary>
    Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);

    /// <summary>Documents of one collection, ordered by id (ordinal).</summary>
    Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken);
}
