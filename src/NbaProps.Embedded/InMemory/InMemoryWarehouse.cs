using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Embedded.InMemory;

/// <summary>The warehouse in memory. Every call completes before it returns, on the caller's thread; safe for many threads.</summary>
/// <remarks>
/// A table must have been created by <see cref="ApplySchemaAsync"/>. Fences are kept per table and partition text: a date and a game of that
/// date are two partitions with a fence each. A table is written with one of the two granularities, by one processor; replacing a whole date
/// removes every row of it, also those of its games, and does not look at the games' fences. Text is ordered by UTF-16 code units.
/// </remarks>
public sealed class InMemoryWarehouse : IWarehouse
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Partition), long> _fences = [];

    /// <summary>Full names of the tables, in order.</summary>
    public IReadOnlyList<string> Tables
    {
        get
        {
            lock (_gate)
            {
                return [.. _tables.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Every row of a table in key order, with all the columns that the store has: what tests compare.</summary>
    /// <param name="fullName">Dataset and table with a dot.</param>
    /// <exception cref="PermanentException">There is no such table.</exception>
    public RowBatch Dump(string fullName)
    {
        lock (_gate)
        {
            var table = Existing(fullName);
            var rows = table.Rows.Select(row => table.Columns.Select((_, index) => MemoryTable.ValueAt(row, index)).ToArray());
            return new RowBatch([.. table.Columns.Select(column => column.Name)], [.. rows]);
        }
    }

    /// <summary>Every row of a table in key order, as it is stored: not copied, and not to be changed. Rows that two forks share are the same objects.</summary>
    /// <param name="fullName">Dataset and table with a dot.</param>
    /// <exception cref="PermanentException">There is no such table.</exception>
    public IReadOnlyList<object?[]> Stored(string fullName)
    {
        lock (_gate)
        {
            return [.. Existing(fullName).Rows];
        }
    }

    /// <summary>A warehouse of its own with the same tables and rows: what happens to one does not happen to the other.</summary>
    /// <param name="fenced">Whether tokens that this one refuses are refused there too.</param>
    public InMemoryWarehouse Fork(bool fenced = true)
    {
        var fork = new InMemoryWarehouse();
        lock (_gate)
        {
            foreach (var (name, table) in _tables)
            {
                fork._tables.Add(name, table.Fork());
            }

            foreach (var (partition, token) in fenced ? _fences : [])
            {
                fork._fences.Add(partition, token);
            }
        }

        return fork;
    }

    /// <inheritdoc/>
    public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        lock (_gate)
        {
            return _tables.TryGetValue(table.FullName, out var live) ? new LiveTable([.. live.Columns]) : null;
        }
    });

    /// <inheritdoc/>
    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        lock (_gate)
        {
            if (_tables.TryAdd(table.FullName, new MemoryTable(table)))
            {
                return true;
            }

            var live = _tables[table.FullName];
            foreach (var column in SchemaDifference.Additions(table, live.Columns, live.Key))
            {
                live.Add(column);
            }

            return true;
        }
    });

    /// <inheritdoc/>
    public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        WarehouseRules.Require(request);
        lock (_gate)
        {
            var table = Existing(request.Table.FullName);
            var columns = request.Columns.Select(table.IndexOf).ToArray();
            var filters = request.Filters
                .Select(filter => (Column: table.IndexOf(filter.Column), Values: filter.Values.Select(WarehouseRules.Stored).ToHashSet()))
                .ToArray();
            var rows = table.Between(request.Range)
                .Where(row => Array.TrueForAll(filters, filter => MemoryTable.ValueAt(row, filter.Column) is { } value && filter.Values.Contains(value)))
                .Take(request.Limit ?? int.MaxValue)
                .Select(row => Array.ConvertAll(columns, column => MemoryTable.ValueAt(row, column)));
            return new RowBatch([.. request.Columns], [.. rows]);
        }
    });

    /// <inheritdoc/>
    public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        WarehouseRules.Require(write, TableKind.Replaced);
        return Fenced(write, table => table.Replace(write));
    });

    /// <inheritdoc/>
    public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        WarehouseRules.Require(write, TableKind.Merged);
        WarehouseRules.RequireUpdates(write.Table, updateColumns);
        return Fenced(write, table => table.Merge(write, updateColumns));
    });

    /// <inheritdoc/>
    public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        WarehouseRules.RequirePartition(table, partition);
        lock (_gate)
        {
            Raise(table, partition, token + 1);
            return true;
        }
    });

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        WarehouseRules.RequireAppend(table, rows);
        lock (_gate)
        {
            var live = Existing(table.FullName);
            var refused = new List<RefusedRow>();
            for (var index = 0; index < rows.Rows.Count; index++)
            {
                if (WarehouseRules.Broken(table, rows.Rows[index]) is { } reason)
                {
                    refused.Add(new RefusedRow(index, reason));
                }
                else if (!live.TryAppend(rows, index))
                {
                    refused.Add(new RefusedRow(index, $"{table.FullName} holds a row with this key."));
                }
            }

            return new AppendOutcome(rows.Rows.Count - refused.Count, refused);
        }
    });

    private FencedWrite Fenced(PartitionWrite write, Action<MemoryTable> apply)
    {
        lock (_gate)
        {
            if (write.Token < _fences.GetValueOrDefault(Fence(write.Table, write.Partition), long.MinValue))
            {
                return FencedWrite.Superseded;
            }

            apply(Existing(write.Table.FullName));
            Raise(write.Table, write.Partition, write.Token);
            return FencedWrite.Written;
        }
    }

    private void Raise(TableSchema table, Partition partition, long token)
    {
        var fence = Fence(table, partition);
        _fences[fence] = Math.Max(token, _fences.GetValueOrDefault(fence, long.MinValue));
    }

    private MemoryTable Existing(string fullName) => _tables.TryGetValue(fullName, out var table)
        ? table
        : throw new PermanentException($"There is no table {fullName} in the store. Run: nbaprops schema apply");

    private static (string Table, string Partition) Fence(TableSchema table, Partition partition) => (table.FullName, partition.ToString());
}
