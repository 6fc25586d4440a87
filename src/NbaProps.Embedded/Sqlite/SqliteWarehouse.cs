using System.Collections.Concurrent;

using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

using static NbaProps.Embedded.Sqlite.SqlNames;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The warehouse in <c>warehouse/DATASET.db</c>, one file per dataset. Any number of processes may share the folder.</summary>
/// <remarks>
/// <para>A table must have been created by <see cref="ApplySchemaAsync"/>. A caller that cancels a write stops waiting; the write may still be
/// applied. A file that another process keeps busy, and a full disk, are transient errors; a row that breaks a rule is a permanent one.</para>
/// <para>Fences are kept per table and partition text, beside the table, and compared in the transaction of the write: a date and a game of that
/// date are two partitions with a fence each. A table is written with one of the two granularities, by one processor; replacing a whole date
/// removes every row of it, also those of its games, and does not look at the games' fences. Text is ordered by UTF-8 bytes.</para>
/// </remarks>
/// <param name="options">The folder, limits and patience.</param>
public sealed class SqliteWarehouse(EmbeddedOptions options) : IWarehouse, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SqliteFile>> _datasets = new(StringComparer.Ordinal);
    private volatile bool _disposed;

    /// <inheritdoc/>
    public async Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken)
    {
        var file = Dataset(table);
        if (!file.Exists)
        {
            return null;
        }

        // The file may be there and not yet be filled, by another process: that is a table that does not exist.
        return await file.ReadAsync(
            connection =>
            {
                var isFilled = SqliteConnections.Scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = '_columns'") is not null;
                var columns = isFilled ? SchemaSql.Describe(connection, table.Name).Columns : [];
                return columns.Count > 0 ? new LiveTable(columns) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => Dataset(table).WriteAsync(
        connection =>
        {
            SchemaSql.Apply(connection, table);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(request);
        var file = Dataset(request.Table);
        return file.Exists
            ? await file.ReadAsync(connection => RowSql.Read(connection, request, cancellationToken), cancellationToken)
            : throw new PermanentException($"There is no table {request.Table.FullName} in {options.WarehouseFolder}. Run: nbaprops schema apply");
    }

    /// <inheritdoc/>
    public async Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(write, TableKind.Replaced);
        var copy = Copy(write);
        return await Dataset(write.Table).WriteAsync(
            connection =>
            {
                if (!FenceSql.Pass(connection, copy.Table.Name, copy.Partition, copy.Token))
                {
                    return FencedWrite.Superseded;
                }

                RowSql.Delete(connection, copy.Table, copy.Partition);
                RowSql.Insert(connection, copy);
                return FencedWrite.Written;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(write, TableKind.Merged);
        string[] updates = [.. updateColumns];
        WarehouseRules.RequireUpdates(write.Table, updates);
        var copy = Copy(write);
        return await Dataset(write.Table).WriteAsync(
            connection =>
            {
                if (!FenceSql.Pass(connection, copy.Table.Name, copy.Partition, copy.Token))
                {
                    return FencedWrite.Superseded;
                }

                RowSql.Merge(connection, copy, updates);
                return FencedWrite.Written;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken)
    {
        WarehouseRules.RequirePartition(table, partition);
        await Dataset(table).WriteAsync(
            connection =>
            {
                FenceSql.Raise(connection, table.Name, partition, token + 1);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken)
    {
        WarehouseRules.RequireAppend(table, rows);
        var copy = Copy(rows);
        return await Dataset(table).WriteAsync(connection => RowSql.Append(connection, table, copy), cancellationToken);
    }

    /// <summary>Finishes the writes that wait and closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var dataset in _datasets.Values)
        {
            await dataset.Value.DisposeAsync();
        }
    }

    private SqliteFile Dataset(TableSchema table)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _datasets.GetOrAdd(table.Dataset, Opened, options).Value;
    }

    private static Lazy<SqliteFile> Opened(string dataset, EmbeddedOptions options) => IsName(dataset)
        ? new Lazy<SqliteFile>(() => new SqliteFile(
            options.DatasetFile(dataset), options with { MaxPageCount = options.MaxWarehousePageCount ?? options.MaxPageCount }, SchemaSql.Initialise))
        : throw new ArgumentException($"'{dataset}' is no dataset: lower-case letters, digits and _, a letter first.", nameof(dataset));

    private static PartitionWrite Copy(PartitionWrite write) => write with { Rows = Copy(write.Rows) };

    /// <summary>The caller may change its arrays while the write waits.</summary>
    private static RowBatch Copy(RowBatch rows) => new([.. rows.Columns], [.. rows.Rows.Select(row => (object?[])row.Clone())]);
}
