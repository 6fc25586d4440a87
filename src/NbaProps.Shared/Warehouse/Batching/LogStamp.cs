namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>Makes the batch of a write: the waiting rows' values with the run's lineage behind them.</summary>
internal sealed class LogStamp(TableSchema schema, Lineage lineage, TimeProvider time)
{
    private readonly string[] _columns = schema.Columns.Select(column => column.Name).ToArray();

    public RowBatch Batch<TRow>(IReadOnlyList<PendingRow<TRow>> rows)
        where TRow : WarehouseRow
    {
        var now = lineage with { WrittenAt = time.GetUtcNow() };
        return new RowBatch(_columns, rows.Select(row => now.Stamp(row.Values)).ToArray());
    }
}
