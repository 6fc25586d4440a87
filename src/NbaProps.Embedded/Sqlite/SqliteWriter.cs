using System.Threading.Channels;

using Microsoft.Data.Sqlite;

using static NbaProps.Embedded.Sqlite.SqliteConnections;

namespace NbaProps.Embedded.Sqlite;

/// <summary>
/// The one writer of a file in this process: a thread, a bounded queue and group commit. Writes that are waiting share a transaction, each in
/// a savepoint of its own, so that one that fails does not undo its neighbours; callers are answered after the commit.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly string _file;
    private readonly EmbeddedOptions _options;
    private readonly Action<PreparedConnection> _initialise;
    private readonly Channel<QueuedWrite> _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PreparedConnection? _connection;

    /// <summary>Starts the writer. The file is opened, and created, at the first write.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="options">Limits and patience.</param>
    /// <param name="initialise">Creates what every such file holds, where it is missing; runs in a transaction.</param>
    public SqliteWriter(string file, EmbeddedOptions options, Action<PreparedConnection> initialise)
    {
        _file = file;
        _options = options;
        _initialise = initialise;
        _queue = Channel.CreateBounded<QueuedWrite>(new BoundedChannelOptions(options.WriterQueueCapacity) { SingleReader = true });
        new Thread(Work) { IsBackground = true, Name = $"writer of {Path.GetFileName(file)}" }.Start();
    }

    /// <summary>
    /// Queues a write and waits for its commit. A caller that cancels stops waiting; the write may still be applied, so its fate is unknown.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<PreparedConnection, T> body, CancellationToken cancellationToken)
    {
        var write = new QueuedWrite<T>(body, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException($"The writer of {_file} has been closed.", closed);
        }

        return await write.Completion.WaitAsync(cancellationToken);
    }

    /// <summary>Refuses further writes, finishes those that wait, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private void Work()
    {
        var batch = new List<QueuedWrite>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < _options.WriterBatchSize && _queue.Reader.TryRead(out var write))
            {
                if (write.IsAbandoned)
                {
                    write.Abandon();
                }
                else
                {
                    batch.Add(write);
                }
            }

            Process(batch);
            batch.Clear();
        }

        _connection?.Dispose();
        _ended.SetResult();
    }

    private void Process(IReadOnlyList<QueuedWrite> writes)
    {
        if (writes.Count == 0)
        {
            return;
        }

        var failure = Attempt(writes);
        if (failure is null)
        {
            Each(writes, write => write.Answer());
        }
        else if (failure.MayBeRepeated && writes.Count > 1)
        {
            // The transaction was lost before anything of it was stored: by itself, each write meets only its own trouble.
            Each(writes, write => Process([write]));
        }
        else
        {
            Each(writes, write => write.Answer(Told(failure.Error)));
        }
    }

    private Failure? Attempt(IReadOnlyList<QueuedWrite> writes)
    {
        var stage = Stage.Opening;
        try
        {
            var connection = _connection ??= Open();
            BeginImmediate(connection, _options.BusyTimeout);
            stage = Stage.Writing;
            foreach (var write in writes)
            {
                RunInSavepoint(connection, write);
            }

            stage = Stage.Committing;
            connection.Kept("COMMIT").ExecuteNonQuery();
            return null;
        }
        catch (Exception error)
        {
            // Closing the connection rolls back whatever is left; the next write opens a new one.
            _connection?.Dispose();
            _connection = null;
            return new Failure(error, stage == Stage.Writing || (stage == Stage.Committing && SqliteFaults.IsFull(error)));
        }
    }

    private void RunInSavepoint(PreparedConnection connection, QueuedWrite write)
    {
        connection.Kept("SAVEPOINT one").ExecuteNonQuery();
        try
        {
            write.Run(connection);
        }
        catch (Exception error) when (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            // Some errors (a full disk) end the whole transaction; those are not caught here.
            write.Fail(Told(error));
            connection.Kept("ROLLBACK TO one").ExecuteNonQuery();
        }

        connection.Kept("RELEASE one").ExecuteNonQuery();
    }

    private PreparedConnection Open()
    {
        var connection = OpenWriter(_file, _options);
        try
        {
            BeginImmediate(connection, _options.BusyTimeout);
            _initialise(connection);
            Execute(connection, "COMMIT");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Exception Told(Exception error) => error is SqliteException sqlite ? SqliteFaults.Translate(sqlite, _file) ?? error : error;

    private static void Each(IReadOnlyList<QueuedWrite> writes, Action<QueuedWrite> action)
    {
        foreach (var write in writes)
        {
            action(write);
        }
    }

    private enum Stage
    {
        Opening,
        Writing,
        Committing,
    }

    /// <summary>Why a transaction failed.</summary>
    /// <param name="Error">The error.</param>
    /// <param name="MayBeRepeated">Certainly nothing of it was stored, and fewer writes at once may succeed.</param>
    private sealed record Failure(Exception Error, bool MayBeRepeated);
}
