namespace NbaProps.Embedded.Broker;

/// <summary>
/// <c>bus.db</c>, opened once per process and shared by that process's <see cref="SqliteMessageBus"/>, <see cref="PushDispatcher"/> and
/// <see cref="SqliteDeadLetters"/>, so that a publish wakes the dispatcher at once. Any number of processes may have the file open.
/// </summary>
public sealed class BrokerFile : IAsyncDisposable
{
    private readonly GroupCommit _writer;

    private BrokerFile(BrokerOptions options, TimeProvider time, GroupCommit writer)
    {
        Options = options;
        Time = time;
        _writer = writer;
    }

    /// <summary>The times and limits it was opened with.</summary>
    public BrokerOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>Something became deliverable, or a push ended.</summary>
    internal Signal Work { get; } = new();

    /// <summary>The last delivery was settled.</summary>
    internal Signal Idle { get; } = new();

    internal long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Opens the file of the folder in the options; creates folder, file and tables where they are missing.</summary>
    public static BrokerFile Open(BrokerOptions options, TimeProvider time)
    {
        Directory.CreateDirectory(options.DataDirectory);
        var connection = new BrokerConnection(Path.Combine(options.DataDirectory, "bus.db"), options.BusyTimeout, options.MaxPageCount);
        try
        {
            connection.Begin();
            BrokerSchema.Ensure(connection);
            connection.Execute("COMMIT");
            return new BrokerFile(options, time, new GroupCommit(connection));
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception)
        {
            connection.Dispose();
            throw connection.Translate(exception, "creating the bus");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Finishes what is queued, then closes the file.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    internal Task<T> RunAsync<T>(Func<BrokerConnection, T> work, CancellationToken cancellationToken) =>
        _writer.RunAsync(work, committed: null, cancellationToken);

    /// <summary>As <see cref="RunAsync"/>, and wakes the dispatcher of this process once it is on disk, whether or not the caller still waits.</summary>
    internal Task<T> RunAndWakeAsync<T>(Func<BrokerConnection, T> work, CancellationToken cancellationToken) =>
        _writer.RunAsync(work, Work.Pulse, cancellationToken);
}
