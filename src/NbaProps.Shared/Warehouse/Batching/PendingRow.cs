namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>A row that waits for a write, and what is known of its fate.</summary>
internal sealed class PendingRow<TRow>(TRow row, object?[] values, int bytes, long addedAt)
    where TRow : WarehouseRow
{
    public TRow Row { get; } = row;

    /// <summary>Its stored values, lineage left out: a run's lineage is stamped by each write.</summary>
    public object?[] Values { get; } = values;

    public int Bytes { get; } = bytes;

    public long AddedAt { get; } = addedAt;

    /// <summary>Whether a write that carried it has failed.</summary>
    public bool Retained { get; set; }

    /// <summary>Whether a write that carried it ended without an answer.</summary>
    public bool InDoubt { get; set; }

    public bool IsStored { get; set; }

    /// <summary>Why it will never be stored; null while it may be.</summary>
    public string? Refusal { get; set; }

    public bool IsSettled => IsStored || Refusal is not null;
}
