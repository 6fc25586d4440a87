using NbaProps.Shared.Resilience;
using NbaProps.Shared.Storage;

namespace NbaProps.Shared.Warehouse;

/// <summary>What a call of the warehouse must keep to before anything is written or read; one set of rules for every adapter.</summary>
public static class WarehouseRules
{
    /// <summary>The column that tells the games of a date apart.</summary>
    public const string GameColumn = "game_id";

    /// <summary>SQLite binds at most 32,766 values to a statement.</summary>
    private const int MostFilterValues = 30_000;

    /// <summary>Refuses a fenced write of rows that break a rule, or of a table that is not written this way.</summary>
    /// <exception cref="PermanentException">Names the table and what is accepted.</exception>
    public static void Require(PartitionWrite write, TableKind kind)
    {
        RequireKind(write.Table, kind);
        RequirePartition(write.Table, write.Partition);
        RequireBatch(write.Table, write.Rows);
        RowRules.Require(write.Table, write.Partition, write.Rows.Rows);
        foreach (var row in write.Rows.Rows)
        {
            if (BrokenText(write.Table, row) is { } reason)
            {
                throw new PermanentException(reason);
            }
        }
    }

    /// <summary>Refuses an append to a table that is no log, or of other columns than the table's. Single rows are judged by <see cref="Broken"/>.</summary>
    /// <exception cref="PermanentException">Names the table and what is accepted.</exception>
    public static void RequireAppend(TableSchema table, RowBatch rows)
    {
        RequireKind(table, TableKind.Log);
        RequireBatch(table, rows);
    }

    /// <summary>Why a row may not be stored, or null.</summary>
    public static string? Broken(TableSchema table, object?[] row) => RowRules.FirstBroken(table, row) ?? BrokenText(table, row);

    /// <summary>Refuses a game's partition of a table without games.</summary>
    /// <exception cref="PermanentException">Names the table.</exception>
    public static void RequirePartition(TableSchema table, Partition partition)
    {
        if (partition.Game is not null && !table.Columns.Any(column => string.Equals(column.Name, GameColumn, StringComparison.Ordinal)))
        {
            throw new PermanentException($"{table.FullName} has no column {GameColumn}: it is written by date, not by game ({partition}).");
        }
    }

    /// <summary>Refuses to update columns that the table lacks, that are its key, or that are named twice.</summary>
    /// <exception cref="PermanentException">Names the table and the column.</exception>
    public static void RequireUpdates(TableSchema table, IReadOnlyList<string> updateColumns)
    {
        var seen = new HashSet<string>(table.Key, StringComparer.Ordinal);
        foreach (var name in updateColumns)
        {
            RequireColumn(table, name);
            if (!seen.Add(name))
            {
                throw new PermanentException($"{table.FullName}: a merge cannot update {name}; it is part of the key or named twice.");
            }
        }
    }

    /// <summary>Refuses a read of unknown columns, or a filter that compares nothing or another type than the column's.</summary>
    /// <exception cref="PermanentException">Names the table and the column.</exception>
    public static void Require(ReadRequest request)
    {
        if (request.Columns.Count == 0 || request.Limit < 0)
        {
            throw new PermanentException($"{request.Table.FullName}: a read names at least one column and no negative limit.");
        }

        foreach (var name in request.Columns)
        {
            RequireColumn(request.Table, name);
        }

        if (request.Filters.Sum(filter => filter.Values.Count) > MostFilterValues)
        {
            throw new PermanentException($"{request.Table.FullName}: a read compares with at most {MostFilterValues} values. Read the range and choose in memory.");
        }

        foreach (var filter in request.Filters)
        {
            var column = RequireColumn(request.Table, filter.Column) with { Nullable = false, Minimum = null, Maximum = null };
            var probe = request.Table with { Columns = [column], Key = [] };
            if (filter.Values.Count == 0)
            {
                throw new PermanentException($"{request.Table.FullName}: the filter on {filter.Column} names no value.");
            }

            foreach (var value in filter.Values)
            {
                if (Broken(probe, [value]) is { } reason)
                {
                    throw new PermanentException($"Filter on {reason}");
                }
            }
        }
    }

    /// <summary>The value as stores keep it: instants in UTC to the microsecond, one zero.</summary>
    public static object? Stored(object? value) => value switch
    {
        DateTimeOffset instant => new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
        0.0 => 0.0,
        _ => value,
    };

    /// <summary>The refusal of a row of one game whose key is held by a row of another: writing it would change the other game's partition.</summary>
    public static PermanentException KeyTaken(PartitionWrite write) =>
        new($"{write.Table.FullName}: a row of {write.Partition} has the key of a row of another game. Put {GameColumn} into the key of a table that is written by game.");

    private static void RequireKind(TableSchema table, TableKind kind)
    {
        if (table.Kind != kind)
        {
            throw new PermanentException($"{table.FullName} is declared {table.Kind}; it cannot be written as {kind}. A table has one way of being written.");
        }
    }

    private static void RequireBatch(TableSchema table, RowBatch rows)
    {
        RowRules.RequireColumns(table, rows.Columns);
        if (rows.Rows.FirstOrDefault(row => row.Length != table.Columns.Count) is { } odd)
        {
            throw new PermanentException($"{table.FullName}: a row has {odd.Length} values, the table {table.Columns.Count} columns.");
        }
    }

    private static ColumnSchema RequireColumn(TableSchema table, string name) =>
        table.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal))
        ?? throw new PermanentException($"{table.FullName} has no column {name}. It has: {string.Join(", ", table.Columns.Select(column => column.Name))}.");

    private static string? BrokenText(TableSchema table, object?[] row)
    {
        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] is string text && TextRules.Broken(text) is { } reason)
            {
                return $"{table.FullName}.{table.Columns[index].Name}: {reason}; such a text would not be read back as it was written.";
            }
        }

        return null;
    }
}
