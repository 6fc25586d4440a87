using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>
/// Buffers rows of an append-only log and writes them in batches, because a store that takes a request per row takes minutes and quotas.
/// What a failed write could not store stays, in order, and goes with the next; a row that the store will not have is handed back with the
/// reason and does not hold up the others. No row is ever dropped.
/// </summary>
/// <remarks>
/// <para>
/// A writer belongs to one run and is not safe for several threads: calls that overlap are refused as the defect they are. It starts no
/// work of its own (no timer, no task), so that a run's writes are a function of its calls and its clock.
/// </para>
/// <para>
/// Appends are at least once. When an answer is lost, the rows are written again and the log may hold them twice; a row carries its natural
/// key, and readers of logs take the rows of one key for one.
/// </para>
/// <para>
/// A run calls <see cref="FlushAsync"/> before it ends and looks at the answer. <see cref="DisposeAsync"/> is the net below: it throws when
/// rows would be lost, and inside <c>await using</c> that replaces an exception already on its way.
/// </para>
/// </remarks>
/// <typeparam name="TRow">Row of a table of kind <see cref="TableKind.Log"/>.</typeparam>
public sealed class BatchWriter<TRow> : IAsyncDisposable
    where TRow : WarehouseRow
{
    private readonly IWarehouse _warehouse;
    private readonly TimeProvider _time;
    private readonly BatchWriterOptions _options;
    private readonly Action<RefusedLogRow<TRow>>? _onRefused;
    private readonly LogStamp _stamp;
    private readonly RowSize _size;
    private readonly PendingRows<TRow> _waiting = new();
    private readonly List<RefusedLogRow<TRow>> _refused = [];
    private BatchWriterCounters _counters = new();
    private Exception? _failure;
    private long _failedAt;
    private bool _busy;
    private bool _disposed;

    /// <summary>A writer of one run.</summary>
    /// <param name="warehouse">Where to.</param>
    /// <param name="lineage">The run; the time of the write is stamped by each write.</param>
    /// <param name="time">Clock of ages and delays.</param>
    /// <param name="options">When to write; the defaults suit BigQuery.</param>
    /// <param name="onRefused">Is handed each row that is refused, instead of <see cref="TakeRefused"/>; must not call the writer.</param>
    /// <exception cref="InvalidOperationException">The table is not a log.</exception>
    public BatchWriter(
        IWarehouse warehouse, Lineage lineage, TimeProvider time, BatchWriterOptions? options = null, Action<RefusedLogRow<TRow>>? onRefused = null)
    {
        if (Schema.Kind != TableKind.Log)
        {
            throw new InvalidOperationException($"{Schema.FullName} is {Schema.Kind}: only a log is appended to.");
        }

        _options = options ?? new BatchWriterOptions();
        _options.Require();
        _warehouse = warehouse;
        _time = time;
        _onRefused = onRefused;
        _stamp = new LogStamp(Schema, lineage, time);
        _size = new RowSize(Schema, lineage);
    }

    /// <summary>What it has done so far.</summary>
    public BatchWriterCounters Counters => _counters with { Buffered = _waiting.Count, Retained = _waiting.Retained };

    /// <summary>The rows that wait, oldest first; also after the writer was disposed of.</summary>
    public IReadOnlyList<TRow> Waiting => _waiting.Rows;

    /// <summary>Rows refused since the last <see cref="TakeRefused"/>; empty when a callback takes them. Also after the writer was disposed of.</summary>
    public IReadOnlyList<RefusedLogRow<TRow>> Refused => _refused.ToArray();

    private static TableSchema Schema => Table<TRow>.Instance.Schema;

    private bool IsFull => _waiting.Count + _refused.Count >= _options.Capacity;

    private bool IsDue => _waiting.Count > 0
        && (_waiting.Count >= _options.MaxRows || _waiting.Bytes >= _options.MaxBytes || _time.GetElapsedTime(_waiting.OldestAddedAt) >= _options.MaxAge);

    private bool MayTry => _failure is null || _time.GetElapsedTime(_failedAt) >= _options.RetryDelay;

    /// <summary>
    /// Takes a row, and writes when enough rows, bytes or time have come together. When it is full it writes first; when the store does not
    /// answer then, the row is not taken and the answer says so. A row that breaks a rule of its table is refused before it is buffered.
    /// When it throws (cancellation, a defect), <see cref="Waiting"/> says whether the row was taken.
    /// </summary>
    public async Task<AddOutcome> AddAsync(TRow row, CancellationToken cancellationToken)
    {
        using var call = Enter();
        if (IsFull && MayTry)
        {
            await FlushWaitingAsync(cancellationToken);
        }

        if (IsFull)
        {
            _counters = _counters with { TurnedAway = _counters.TurnedAway + 1 };
            return new AddOutcome(AddVerdict.Full, FullReason());
        }

        var values = Table<TRow>.Instance.ToValues(row);
        var bytes = _size.Estimate(values);
        _counters = _counters with { Added = _counters.Added + 1 };
        if (RowRules.FirstBroken(Schema, values) is { } broken)
        {
            return Refuse(row, broken);
        }

        if (bytes > _options.MaxBytes)
        {
            return Refuse(row, $"{Schema.FullName}: the row takes about {bytes} bytes, a write carries {_options.MaxBytes} ({new RowKeys(Schema).Describe(values)}).");
        }

        _waiting.Add(new PendingRow<TRow>(row, values, bytes, _time.GetTimestamp()));
        if (IsDue && MayTry)
        {
            await FlushWaitingAsync(cancellationToken);
        }

        return AddOutcome.Accepted;
    }

    /// <summary>Writes when the rows that wait are due: what a run that adds seldom calls now and then.</summary>
    public async Task<FlushOutcome> TickAsync(CancellationToken cancellationToken)
    {
        using var call = Enter();
        return IsDue && MayTry ? await FlushWaitingAsync(cancellationToken) : new FlushOutcome(0, 0, _waiting.Count, _failure);
    }

    /// <summary>Writes everything that waits, now. A failure that trying again may cure is part of the answer; the rows stay.</summary>
    public async Task<FlushOutcome> FlushAsync(CancellationToken cancellationToken)
    {
        using var call = Enter();
        return await FlushWaitingAsync(cancellationToken);
    }

    /// <summary>The refused rows, which become the caller's and leave the writer.</summary>
    public IReadOnlyList<RefusedLogRow<TRow>> TakeRefused()
    {
        using var call = Enter();
        var taken = _refused.ToArray();
        _refused.Clear();
        return taken;
    }

    /// <summary>Writes what waits.</summary>
    /// <exception cref="TransientException">Rows could not be stored; trying again later may have helped.</exception>
    /// <exception cref="PermanentException">Rows could not be stored, or were refused and nobody has taken them.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        using var call = Enter();
        _disposed = true;
        var outcome = await FlushWaitingAsync(CancellationToken.None);
        if (!outcome.IsComplete)
        {
            var message = $"{Schema.FullName}: {outcome.Left} rows could not be stored: {outcome.Failure?.Message}";
            throw outcome.Failure is PermanentException ? new PermanentException(message, outcome.Failure) : new TransientException(message, outcome.Failure);
        }

        if (_refused.Count > 0)
        {
            throw new PermanentException($"{Schema.FullName}: {_refused.Count} rows were refused and nobody took them; the first: {_refused[0].Reason}");
        }
    }

    private async Task<FlushOutcome> FlushWaitingAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return new FlushOutcome(0, 0, 0);
        }

        var before = _counters;
        _failure = null;
        _counters = _counters with { Flushes = _counters.Flushes + 1 };
        try
        {
            while (_waiting.Count > 0 && _failure is null)
            {
                var write = new ChunkWrite<TRow>(_warehouse, Schema, _stamp, proven: _counters.Stored > 0);
                _failure = await WriteAsync(write, cancellationToken);
            }
        }
        catch (Exception failure)
        {
            _failure = failure;
            throw;
        }
        finally
        {
            Failed();
        }

        return new FlushOutcome((int)(_counters.Stored - before.Stored), (int)(_counters.Refused - before.Refused), _waiting.Count, _failure);
    }

    private async Task<Exception?> WriteAsync(ChunkWrite<TRow> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write.WriteAsync(_waiting.Oldest(_options.MaxRows, _options.MaxBytes), cancellationToken);
        }
        finally
        {
            // Also when the write threw: what it settled before is settled.
            Sweep();
        }
    }

    private void Sweep()
    {
        var settled = _waiting.TakeSettled();
        var refused = settled.Where(row => row.Refusal is not null).Select(row => new RefusedLogRow<TRow>(row.Row, row.Refusal!, row.InDoubt)).ToArray();
        _counters = _counters with { Stored = _counters.Stored + settled.Count - refused.Length };
        Report(refused);
    }

    private void Failed()
    {
        if (_failure is not null)
        {
            _failedAt = _time.GetTimestamp();
            _counters = _counters with { Failures = _counters.Failures + 1 };
        }
    }

    private AddOutcome Refuse(TRow row, string reason)
    {
        Report([new RefusedLogRow<TRow>(row, reason, MayBeStored: false)]);
        return new AddOutcome(AddVerdict.Refused, reason);
    }

    private void Report(IReadOnlyList<RefusedLogRow<TRow>> refused)
    {
        _refused.AddRange(refused);
        _counters = _counters with { Refused = _counters.Refused + refused.Count };

        // A callback that throws has taken nothing: the row and those behind it stay among the refused.
        while (_onRefused is not null && _refused.Count > 0)
        {
            _onRefused(_refused[0]);
            _refused.RemoveAt(0);
        }
    }

    private string FullReason() => _waiting.Count == 0
        ? $"{Schema.FullName}: {_refused.Count} refused rows wait to be taken, the writer holds {_options.Capacity}."
        : $"{Schema.FullName}: {_waiting.Count} rows wait and {_refused.Count} refused ones, the writer holds {_options.Capacity}; the last write failed: {_failure?.Message}";

    private Call Enter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_busy)
        {
            throw new InvalidOperationException($"Two calls of one writer of {Schema.FullName} overlap. A writer belongs to one run, which awaits each call.");
        }

        _busy = true;
        return new Call(this);
    }

    private readonly struct Call(BatchWriter<TRow> writer) : IDisposable
    {
        public void Dispose() => writer._busy = false;
    }
}
