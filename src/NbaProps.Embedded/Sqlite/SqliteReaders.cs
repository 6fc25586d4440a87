using System.Collections.Concurrent;

using Microsoft.Data.Sqlite;

namespace NbaProps.Embedded.Sqlite;

/// <summary>Connections for reading one file. A few idle ones are kept, because opening a file costs more than a small read.</summary>
internal sealed class SqliteReaders(string file, EmbeddedOptions options) : IDisposable
{
    private readonly ConcurrentBag<PreparedConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>
    /// Runs a read: one statement sees one state of the file, whatever is being written meanwhile. It runs on the caller's thread, since nothing of it
    /// can be waited for without one, and to change threads twice costs more than most reads.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<PreparedConnection, T> body, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(Run(body));
        }
        catch (OperationCanceledException cancelled)
        {
            return Task.FromCanceled<T>(cancelled.CancellationToken);
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>Closes the idle connections; those in use are closed when their read ends.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private T Run<T>(Func<PreparedConnection, T> body)
    {
        PreparedConnection? connection = null;
        try
        {
            connection = _idle.TryTake(out var idle) ? idle : SqliteConnections.OpenReader(file, options);
            var result = body(connection);
            Return(connection);
            return result;
        }
        catch (Exception error)
        {
            // What state an error left the connection in is not worth knowing.
            connection?.Dispose();
            if (error is SqliteException sqlite && SqliteFaults.Translate(sqlite, file) is { } told)
            {
                throw told;
            }

            throw;
        }
    }

    private void Return(PreparedConnection connection)
    {
        if (_disposed || _idle.Count >= options.IdleReaders)
        {
            connection.Dispose();
            return;
        }

        _idle.Add(connection);
        if (_disposed)
        {
            Dispose();
        }
    }
}
