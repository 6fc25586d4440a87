using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Embedded.InMemory;

/// <summary>One table: rows by date, then by key. Stored rows are never changed, only replaced, so that a reader may be handed values.</summary>
internal sealed class MemoryTable(TableSchema schema)
{
    private readonly List<LiveColumn> _columns = [.. schema.Columns.Select(Live)];
    private readonly SortedDictionary<GameDate, SortedDictionary<object?[], object?[]>> _dates = [];

    // Columns are only ever added at the end, so these places stay.
    private readonly int[] _key = [.. schema.Key.Select(name => Place(schema, name))];

    public IReadOnlyList<LiveColumn> Columns => _columns;

    public IReadOnlyList<string> Key { get; } = schema.Key;

    public IEnumerable<object?[]> Rows => _dates.Values.SelectMany(rows => rows.Values);

    /// <summary>A table of its own with the same rows.</summary>
    public MemoryTable Fork()
    {
        var fork = new MemoryTable(schema);
        fork._columns.Clear();
        fork._columns.AddRange(_columns);
        foreach (var (date, rows) in _dates)
        {
            fork._dates.Add(date, new SortedDictionary<object?[], object?[]>(rows, KeyOrder.Instance));
        }

        return fork;
    }

    public void Add(ColumnSchema column) => _columns.Add(Live(column));

    /// <summary>Where a column is in a stored row; rows from before the column was added end earlier.</summary>
    public int IndexOf(string name)
    {
        var index = _columns.FindIndex(column => string.Equals(column.Name, name, StringComparison.Ordinal));
        return index >= 0 ? index : throw new PermanentException($"{schema.FullName} has no column {name} in the store. Run: nbaprops schema apply");
    }

    public static object? ValueAt(object?[] row, int index) => index < row.Length ? row[index] : null;

    public IEnumerable<object?[]> Between(GameDateRange range) =>
        _dates.Where(pair => range.Contains(pair.Key)).SelectMany(pair => pair.Value.Values);

    public void Replace(PartitionWrite write)
    {
        var kept = NewDate();
        if (write.Partition.Game is { } game && _dates.TryGetValue(write.Partition.Date, out var before))
        {
            foreach (var (key, row) in before.Where(pair => !IsOf(pair.Value, game)))
            {
                kept.Add(key, row);
            }
        }

        foreach (var row in Incoming(write.Rows))
        {
            if (!kept.TryAdd(KeyOf(row), row))
            {
                throw WarehouseRules.KeyTaken(write);
            }
        }

        _dates[write.Partition.Date] = kept;
    }

    public void Merge(PartitionWrite write, IReadOnlyList<string> updateColumns)
    {
        var updates = updateColumns.Select(IndexOf).ToArray();
        var rows = _dates.TryGetValue(write.Partition.Date, out var before) ? before : _dates[write.Partition.Date] = NewDate();
        var incoming = Incoming(write.Rows).ToArray();
        if (write.Partition.Game is { } game && Array.Exists(incoming, row => rows.TryGetValue(KeyOf(row), out var old) && !IsOf(old, game)))
        {
            throw WarehouseRules.KeyTaken(write);
        }

        foreach (var row in incoming)
        {
            var key = KeyOf(row);
            rows[key] = rows.TryGetValue(key, out var old) ? Updated(old, row, updates) : row;
        }
    }

    /// <summary>Stores a row whose key is new; false when the key is taken.</summary>
    public bool TryAppend(RowBatch batch, int index)
    {
        var row = Incoming(batch with { Rows = [batch.Rows[index]] }).Single();
        var date = (GameDate)KeyOf(row)[0]!;
        return (_dates.TryGetValue(date, out var rows) ? rows : _dates[date] = NewDate()).TryAdd(KeyOf(row), row);
    }

    private static LiveColumn Live(ColumnSchema column) => new(column.Name, column.Type, column.Nullable);

    private static SortedDictionary<object?[], object?[]> NewDate() => new(KeyOrder.Instance);

    private bool IsOf(object?[] row, GameId game) => Equals(ValueAt(row, IndexOf(WarehouseRules.GameColumn)), game.ToString());

    private object?[] Updated(object?[] old, object?[] row, int[] updates)
    {
        var merged = new object?[_columns.Count];
        old.CopyTo(merged, 0);
        foreach (var index in updates)
        {
            merged[index] = row[index];
        }

        return merged;
    }

    private static int Place(TableSchema schema, string name) =>
        schema.Columns.Select((column, index) => (column.Name, index)).First(pair => string.Equals(pair.Name, name, StringComparison.Ordinal)).index;

    private object?[] KeyOf(object?[] row) => Array.ConvertAll(_key, place => row[place]);

    /// <summary>Copies of the rows, in the order of the live columns.</summary>
    private IEnumerable<object?[]> Incoming(RowBatch batch)
    {
        var places = batch.Columns.Select(IndexOf).ToArray();
        return batch.Rows.Select(row =>
        {
            var stored = new object?[_columns.Count];
            for (var index = 0; index < places.Length; index++)
            {
                stored[places[index]] = WarehouseRules.Stored(row[index]);
            }

            return stored;
        }).ToArray();
    }
}
