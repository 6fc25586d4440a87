using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The rows of one partition: as stored values until someone asks for records, then as records only, since a season of both is a gigabyte.</summary>
internal sealed class PartitionRows(IReadOnlyList<object?[]> values)
{
    private IReadOnlyList<object?[]>? _values = values;
    private volatile object? _records;

    /// <summary>The rows as records.</summary>
    public IReadOnlyList<TRow> As<TRow>()
        where TRow : WarehouseRow
    {
        // Read before the records are looked for: two runs may build the same list at the same time, and either is right.
        var stored = Volatile.Read(ref _values);
        if (_records is IReadOnlyList<TRow> known)
        {
            return known;
        }

        var records = new TRow[stored!.Count];
        for (var index = 0; index < records.Length; index++)
        {
            records[index] = Table<TRow>.Instance.FromValues(stored[index]);
        }

        _records = records;
        Volatile.Write(ref _values, null);
        return records;
    }
}
