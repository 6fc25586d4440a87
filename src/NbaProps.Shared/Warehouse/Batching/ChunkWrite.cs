using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>
/// Writes one chunk of waiting rows and settles the fate of as many as it can. A chunk that the store refuses as a whole is halved, left
/// half first so that nothing overtakes, down to the rows that the store will not have.
/// </summary>
/// <param name="warehouse">Where to.</param>
/// <param name="schema">The log.</param>
/// <param name="stamp">Makes the batches.</param>
/// <param name="proven">Whether the log has ever answered this writer: otherwise it may not even exist.</param>
internal sealed class ChunkWrite<TRow>(IWarehouse warehouse, TableSchema schema, LogStamp stamp, bool proven)
    where TRow : WarehouseRow
{
    // So many single rows refused one after the other, and none stored between them, is a fault of the log and not of the rows. It also
    // bounds what a log that does not exist costs: about twice as many calls.
    private const int SuspectLimit = 8;

    private readonly List<(PendingRow<TRow> Row, string Reason)> _suspects = [];
    private bool _answered;

    /// <summary>Writes the rows, in order.</summary>
    /// <returns>Null when every row is settled, otherwise why the others are not.</returns>
    public async Task<Exception?> WriteAsync(IReadOnlyList<PendingRow<TRow>> rows, CancellationToken cancellationToken)
    {
        var parts = new Stack<PendingRow<TRow>[]>([rows.ToArray()]);
        PermanentException? refusal = null;
        while (parts.TryPop(out var part))
        {
            switch (await TryAsync(part, cancellationToken))
            {
                case null:
                    break;
                case PermanentException when part.Length > 1:
                    parts.Push(part[(part.Length / 2)..]);
                    parts.Push(part[..(part.Length / 2)]);
                    break;
                case PermanentException refused when Suspect(part[0], refused):
                    refusal = refused;
                    break;
                case { } failure:
                    return failure;
            }
        }

        if (proven)
        {
            RefuseSuspects();
        }

        return _suspects.Count == 0 ? null : refusal;
    }

    /// <summary>Notes a row that the store refused alone; false when there are too many of them to blame the rows.</summary>
    private bool Suspect(PendingRow<TRow> row, PermanentException refused)
    {
        _suspects.Add((row, refused.Message));
        if (_answered)
        {
            RefuseSuspects();
        }

        return _suspects.Count < SuspectLimit;
    }

    private void RefuseSuspects()
    {
        foreach (var (row, reason) in _suspects)
        {
            row.Refusal = reason;
        }

        _suspects.Clear();
    }

    private async Task<Exception?> TryAsync(PendingRow<TRow>[] part, CancellationToken cancellationToken)
    {
        try
        {
            Settle(part, await warehouse.AppendAsync(schema, stamp.Batch(part), cancellationToken));
            _answered = true;
            RefuseSuspects();
            return null;
        }
        catch (PermanentException refused)
        {
            Mark(part, inDoubt: false);
            return refused;
        }
        catch (Exception failure)
        {
            Mark(part, inDoubt: true);
            if (Faults.Classify(failure) == FaultKind.Transient && !cancellationToken.IsCancellationRequested)
            {
                return failure;
            }

            throw;
        }
    }

    private static void Mark(PendingRow<TRow>[] part, bool inDoubt)
    {
        foreach (var row in part)
        {
            row.Retained = true;
            row.InDoubt |= inDoubt;
        }
    }

    private void Settle(PendingRow<TRow>[] part, AppendOutcome outcome)
    {
        var refused = outcome.Refused.Select(row => row.Index).ToHashSet();
        if (refused.Count != outcome.Refused.Count || outcome.Stored + refused.Count != part.Length || refused.Any(index => index < 0 || index >= part.Length))
        {
            throw new InvalidOperationException(
                $"{schema.FullName}: the warehouse answered {outcome.Stored} stored and {outcome.Refused.Count} refused for {part.Length} rows: what became of which is unknown.");
        }

        foreach (var row in outcome.Refused)
        {
            part[row.Index].Refusal = row.Reason;
        }

        for (var index = 0; index < part.Length; index++)
        {
            part[index].IsStored = !refused.Contains(index);
        }
    }
}
