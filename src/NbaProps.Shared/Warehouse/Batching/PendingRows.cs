namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>The rows of a writer that wait, oldest first.</summary>
internal sealed class PendingRows<TRow>
    where TRow : WarehouseRow
{
    private readonly List<PendingRow<TRow>> _rows = [];

    public int Count => _rows.Count;

    public int Retained => _rows.Count(row => row.Retained);

    /// <summary>Estimated size of all of them.</summary>
    public long Bytes { get; private set; }

    /// <summary>When the oldest was added; there must be one.</summary>
    public long OldestAddedAt => _rows[0].AddedAt;

    public IReadOnlyList<TRow> Rows => _rows.Select(row => row.Row).ToArray();

    public void Add(PendingRow<TRow> row)
    {
        _rows.Add(row);
        Bytes += row.Bytes;
    }

    /// <summary>The oldest rows that one write may carry: at least one.</summary>
    public List<PendingRow<TRow>> Oldest(int maxRows, int maxBytes)
    {
        var chunk = new List<PendingRow<TRow>>();
        long bytes = 0;
        foreach (var row in _rows)
        {
            bytes += row.Bytes;
            if (chunk.Count == maxRows || (bytes > maxBytes && chunk.Count > 0))
            {
                break;
            }

            chunk.Add(row);
        }

        return chunk;
    }

    /// <summary>Takes out the rows whose fate a write has settled.</summary>
    public IReadOnlyList<PendingRow<TRow>> TakeSettled()
    {
        var settled = _rows.Where(row => row.IsSettled).ToArray();
        _rows.RemoveAll(row => row.IsSettled);
        Bytes = _rows.Sum(row => (long)row.Bytes);
        return settled;
    }
}
