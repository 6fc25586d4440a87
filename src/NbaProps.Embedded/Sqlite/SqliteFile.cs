namespace NbaProps.Embedded.Sqlite;

/// <summary>One database file: its writer and its readers.</summary>
internal sealed class SqliteFile(string path, EmbeddedOptions options, Action<PreparedConnection> initialise) : IAsyncDisposable
{
    private readonly SqliteWriter _writer = new(path, options, initialise);
    private readonly SqliteReaders _readers = new(path, options);

    /// <summary>Whether the file has been created, by this process or another.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>See <see cref="SqliteWriter.WriteAsync{T}"/>.</summary>
    public Task<T> WriteAsync<T>(Func<PreparedConnection, T> body, CancellationToken cancellationToken) => _writer.WriteAsync(body, cancellationToken);

    /// <summary>See <see cref="SqliteReaders.ReadAsync{T}"/>.</summary>
    public Task<T> ReadAsync<T>(Func<PreparedConnection, T> body, CancellationToken cancellationToken) => _readers.ReadAsync(body, cancellationToken);

    /// <summary>Finishes the writes that wait and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync();
    }
}
