using NbaProps.Shared.State;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The coordination store in <c>orchestration.db</c>. Any number of processes may share the folder.</summary>
/// <remarks>
/// <para>A caller that cancels a commit stops waiting; the commit may still be applied. Commits never touch each other: several share a flush, each
/// stands or falls alone. A file that another process keeps busy, and a full disk, are transient errors.</para>
/// <para>Two writes of one document in one commit, a body that is no JSON object and a bad path or field are an <see cref="ArgumentException"/>.</para>
/// <para>Ids are ordered by their UTF-8 bytes.</para>
/// </remarks>
public sealed class SqliteStateStore : IStateStore, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly SqliteFile _file;
    private volatile bool _isFilled;

    /// <summary>A store over the folder; nothing is created before the first call.</summary>
    /// <param name="options">The folder, limits and patience.</param>
    /// <param name="time">The store's clock. Processes that share a folder must share a clock.</param>
    public SqliteStateStore(EmbeddedOptions options, TimeProvider time)
    {
        _time = time;
        _file = new SqliteFile(options.StateFile, options, DocumentSql.Initialise);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken)
    {
        var copy = paths.ToArray();
        DocumentRules.Require(copy);
        var documents = await ReadAsync(connection => DocumentSql.FindAll(connection, copy), new Document?[copy.Length], cancellationToken);
        var now = _time.GetUtcNow();
        return [.. documents.Select(document => new StateRead(document, now))];
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var copy = writes.ToArray();
        DocumentRules.Require(copy);
        return await _file.WriteAsync(connection => Commit(connection, copy), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        DocumentRules.Require(query);
        return await ReadAsync(connection => DocumentSql.Query(connection, query), [], cancellationToken);
    }

    /// <summary>Finishes the commits that wait and closes the file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private CommitResult Commit(PreparedConnection connection, DocumentWrite[] writes)
    {
        foreach (var write in writes)
        {
            var holds = write.Precondition switch
            {
                Precondition.Unconditional => true,
                Precondition.MustBeAbsent => DocumentSql.FindVersion(connection, write.Path) is null,
                Precondition.MustBeVersion version => string.Equals(DocumentSql.FindVersion(connection, write.Path), version.Version, StringComparison.Ordinal),
                _ => throw new InvalidOperationException($"Unknown precondition {write.Precondition}."),
            };
            if (!holds)
            {
                return new CommitResult.Conflict(write.Path);
            }
        }

        return new CommitResult.Committed(_time.GetUtcNow(), [.. writes.Select(write => DocumentSql.Apply(connection, write))]);
    }

    /// <summary>Reads without ever writing: where the first commit has not made the tables yet, there is nothing.</summary>
    private async Task<T> ReadAsync<T>(Func<PreparedConnection, T> body, T nothing, CancellationToken cancellationToken)
    {
        if (!_isFilled && !_file.Exists)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return nothing;
        }

        return await _file.ReadAsync(
            connection =>
            {
                _isFilled = _isFilled || DocumentSql.IsFilled(connection);
                return _isFilled ? body(connection) : nothing;
            },
            cancellationToken);
    }
}
