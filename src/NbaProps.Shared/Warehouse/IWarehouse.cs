namespace NbaProps.Shared.Warehouse;

/// <summary>
/// Tables of rows. Above the adapters there is no SQL: joins and windows are C#. A visible write is one atomic replace or merge of a
/// partition under a fencing token, or an append to a log.
/// </summary>
/// <remarks>Every call may throw <see cref="Resilience.TransientException"/>; after a write that threw, its fate is unknown.</remarks>
public interface IWarehouse
{
    /// <summary>The live schema of a table, or null when the table does not exist.</summary>
    Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken);

    /// <summary>Creates the table, or adds the nullable columns it lacks. Anything else that differs is a <see cref="Resilience.PermanentException"/>.</summary>
    Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken);

    /// <summary>Rows of a range of partitions, ordered by the table's key.</summary>
    Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the partition hold exactly these rows, atomically, unless the token has been overtaken or settled. Calling it again with the
    /// same token and the same rows is answered <see cref="FencedWrite.Written"/>. A token is for one content: other rows under it are never
    /// promised to be written.
    /// </summary>
    Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts rows whose key is new and sets the named columns of rows whose key exists, atomically, within one partition, under the same
    /// fencing as <see cref="ReplaceAsync"/>. Rows of the partition that are not mentioned stay.
    /// </summary>
    Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken);

    /// <summary>After it returns, no write under this token can become visible in the partition. Whoever holds a unit settles every token that it has open.</summary>
    Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken);

    /// <summary>Appends to a log table. Rows that the table refuses are named in the answer, the others are stored.</summary>
    Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken);
}

/// <summary>The answer to a fenced write.</summary>
public enum FencedWrite
{
    /// <summary>The partition holds the rows.</summary>
    Written,

    /// <summary>A newer token has written or this one was settled; nothing was changed.</summary>
    Superseded,
}

/// <summary>A fenced write of one partition.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The date, or the game of a date, that is written.</param>
/// <param name="Token">The fencing token of the run: larger tokens win.</param>
/// <param name="Rows">All columns of the table, lineage included.</param>
public sealed record PartitionWrite(TableSchema Table, Partition Partition, long Token, RowBatch Rows);

/// <summary>Rows as values in the order of the columns.</summary>
/// <param name="Columns">Column names.</param>
/// <param name="Rows">One array per row. Values are null, string, long, double, bool, GameDate or DateTimeOffset (UTC).</param>
public sealed record RowBatch(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>A read of some columns of a range of partitions.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns wanted, in this order.</param>
/// <param name="Range">The game dates to read, both ends included: never optional, an unbounded read is a cost nobody meant.</param>
/// <param name="Filters">Conditions that must all hold.</param>
/// <param name="Limit">At most this many rows; null for all.</param>
public sealed record ReadRequest(
    TableSchema Table,
    IReadOnlyList<string> Columns,
    Domain.Calendar.GameDateRange Range,
    IReadOnlyList<ColumnFilter> Filters,
    int? Limit = null);

/// <summary>A column must equal one of the values (one value: <c>=</c>, several: <c>IN</c>). Null never matches.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">At least one value, of the column's storage type.</param>
public sealed record ColumnFilter(string Column, IReadOnlyList<object> Values);

/// <summary>The answer to an append.</summary>
/// <param name="Stored">How many rows were stored.</param>
/// <param name="Refused">The rows that were not, by index into the batch, each with the reason.</param>
public sealed record AppendOutcome(int Stored, IReadOnlyList<RefusedRow> Refused);

/// <summary>A row that a table refused.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(int Index, string Reason);

/// <summary>A table as it is in the store.</summary>
/// <param name="Columns">Its columns in order.</param>
public sealed record LiveTable(IReadOnlyList<LiveColumn> Columns)
{
    /// <summary>Its key; null where the store does not say, or could not be told.</summary>
    public IReadOnlyList<string>? Key { get; init; }
}

/// <summary>A column as it is in the store.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Nullable">Whether it may hold NULL.</param>
public sealed record LiveColumn(string Name, ColumnType Type, bool Nullable);
