namespace NbaProps.Embedded.Sqlite;

/// <summary>A write that waits for its file's writer, and the caller that waits for the write.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Whether the caller gave up before the write began; it is then left out.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>Runs the write inside the writer's transaction and keeps its result. It may be run again when that transaction was lost.</summary>
    public abstract void Run(PreparedConnection connection);

    /// <summary>Keeps the error that the caller will be told once the transaction has ended.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Tells the caller; the transaction has been committed.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller that nothing was applied, or that it is not known.</summary>
    public abstract void Answer(Exception error);

    /// <summary>Ends a write whose caller gave up before it began.</summary>
    public abstract void Abandon();
}

/// <inheritdoc/>
internal sealed class QueuedWrite<T>(Func<PreparedConnection, T> body, CancellationToken cancellationToken) : QueuedWrite
{
    // Callers go on on their own threads, never on the writer's.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _error;

    public Task<T> Completion => _completion.Task;

    public override bool IsAbandoned => cancellationToken.IsCancellationRequested;

    public override void Run(PreparedConnection connection)
    {
        _error = null;
        _result = body(connection);
    }

    public override void Fail(Exception error) => _error = error;

    public override void Answer()
    {
        if (_error is null)
        {
            _completion.SetResult(_result);
        }
        else
        {
            _completion.SetException(_error);
        }
    }

    public override void Answer(Exception error) => _completion.SetException(error);

    public override void Abandon() => _completion.SetCanceled(cancellationToken);
}
