using System.Threading.Channels;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>
/// One writer per file and process. What is queued while a commit is being flushed goes into the next transaction together, so that the cost of a
/// flush is shared; an answer is given only after its transaction is on disk.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly BrokerConnection _connection;
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(capacity: 1024) { SingleReader = true });
    private readonly Task _loop;

    public GroupCommit(BrokerConnection connection)
    {
        _connection = connection;
        // Whoever opens the file must not lend its ambient context (its trace, above all) to every later write.
        using (ExecutionContext.SuppressFlow())
            _loop = Task.Run(LoopAsync);
    }

    /// <summary>
    /// Runs the work inside a transaction. It may be run twice when another member of its group fails, so it must have no effect besides
    /// the database and what it returns. When the token is cancelled after queueing, the work is done all the same.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<BrokerConnection, T> work, Action? committed, CancellationToken cancellationToken)
    {
        var job = new Job<T>(work, committed);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new TransientException("The bus file is being closed.", exception);
        }

        return await job.Result.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _connection.Dispose();
    }

    private async Task LoopAsync()
    {
        var group = new List<Job>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var job))
                group.Add(job);

            // A member that fails must not take the others with it: they are run again, each by itself.
            if (!TryRun(group) && group.Count > 1)
            {
                foreach (var job in group)
                    TryRun([job]);
            }
        }
    }

    /// <summary>False when a member failed and others are still without an answer.</summary>
    private bool TryRun(IReadOnlyList<Job> group)
    {
        var running = false;
        try
        {
            _connection.Begin();
            running = true;
            foreach (var job in group)
                job.Run(_connection);
            running = false;
            _connection.Execute("COMMIT");
        }
        catch (Exception exception)
        {
            var failure = exception is SqliteException sqlite ? _connection.Translate(sqlite, "writing the bus") : exception;
            RollBack();
            // A BEGIN that failed would fail for each of them. Whether a failed COMMIT took effect is not known: running it again could do it twice.
            if (running && group.Count > 1)
                return false;
            foreach (var job in group)
                job.Fail(failure);
            return true;
        }

        foreach (var job in group)
            job.Succeed();
        return true;
    }

    private void RollBack()
    {
        try
        {
            if (_connection.InTransaction)
                _connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The failure that led here is the one to report; the next BEGIN says so if the transaction is still open.
        }
    }

    private abstract class Job
    {
        public abstract void Run(BrokerConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Job<T>(Func<BrokerConnection, T> work, Action? committed) : Job
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;

        public Task<T> Result => _answer.Task;

        public override void Run(BrokerConnection connection) => _value = work(connection);

        public override void Succeed()
        {
            committed?.Invoke();
            _answer.TrySetResult(_value!);
        }

        public override void Fail(Exception exception) => _answer.TrySetException(exception);
    }
}
