using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The rows of one partition: as stored values, and as records once someone asked for them. Never changed after it was read.</summary>
internal sealed class PartitionRows(IReadOnlyList<object?[]> values)
{
    private object? _records;

    /// <summary>The rows as records.</summary>
    public IReadOnlyList<TRow> As<TRow>()
        where TRow : WarehouseRow
    {
        // Two runs may build the same list at the same time; either is right.
        if (_records is IReadOnlyList<TRow> known)
        {
            return known;
        }

        var records = new TRow[values.Count];
        for (var index = 0; index < records.Length; index++)
        {
            records[index] = Table<TRow>.Instance.FromValues(values[index]);
        }

        _records = records;
        return records;
    }
}
