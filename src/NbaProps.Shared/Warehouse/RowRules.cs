using System.Globalization;

using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse;

/// <summary>What must be true of rows before they are written: checked here once, so that no adapter stores what another would refuse.</summary>
public static class RowRules
{
    /// <summary>The first rule that a row breaks, or null.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="row">Values in the order of the schema's columns; lineage may be missing at the end.</param>
    public static string? FirstBroken(TableSchema schema, object?[] row) => FirstBroken(schema, LineageOf(schema), row);

    private static string? FirstBroken(TableSchema schema, int lineage, object?[] row)
    {
        if (row.Length != schema.Columns.Count && row.Length != schema.Columns.Count - lineage)
        {
            return $"{schema.FullName}: a row has {row.Length} values, the table {schema.Columns.Count - lineage} columns and {lineage} of lineage.";
        }

        for (var index = 0; index < row.Length; index++)
        {
            var column = schema.Columns[index];
            if (Broken(column, row[index]) is { } reason)
            {
                return $"{schema.FullName}.{column.Name}: {reason} ({new RowKeys(schema).Describe(row)})";
            }
        }

        return null;
    }

    /// <summary>Refuses rows that break a rule, are outside the partition, or share a key.</summary>
    /// <exception cref="PermanentException">Names the table, the column, the row's key and what is accepted.</exception>
    public static void Require(TableSchema schema, Partition partition, IReadOnlyList<object?[]> rows)
    {
        var key = new RowKeys(schema);
        var dateAt = RowKeys.PlaceOf(schema, schema.PartitionColumn);
        var gameAt = partition.Game is null ? -1 : RowKeys.PlaceOf(schema, "game_id");
        var lineage = LineageOf(schema);
        var seen = new HashSet<object?[]>(key.Comparer);
        foreach (var row in rows)
        {
            if (FirstBroken(schema, lineage, row) is { } broken)
            {
                throw new PermanentException(broken);
            }

            if (!Equals(row[dateAt], partition.Date))
            {
                throw new PermanentException($"{schema.FullName}: a row of another date was about to be written to partition {partition} ({key.Describe(row)}).");
            }

            if (partition.Game is { } game && !Equals(row[gameAt], game.ToString()))
            {
                throw new PermanentException($"{schema.FullName}: a row of another game was about to be written to partition {partition} ({key.Describe(row)}).");
            }

            if (!seen.Add(row))
            {
                throw new PermanentException($"{schema.FullName}: two rows share the key {key.Describe(row)}.");
            }
        }
    }

    /// <summary>Refuses a batch whose columns are not exactly the table's.</summary>
    /// <exception cref="PermanentException">Names the unknown and the missing columns.</exception>
    public static void RequireColumns(TableSchema schema, IReadOnlyList<string> columns)
    {
        var declared = schema.Columns.Select(column => column.Name).ToArray();
        if (declared.SequenceEqual(columns, StringComparer.Ordinal))
        {
            return;
        }

        var unknown = columns.Except(declared, StringComparer.Ordinal).ToArray();
        var missing = declared.Except(columns, StringComparer.Ordinal).ToArray();
        throw new PermanentException(
            $"{schema.FullName}: columns do not match the table. Unknown: [{string.Join(", ", unknown)}], missing: [{string.Join(", ", missing)}]"
            + (unknown.Length + missing.Length == 0 ? "; the order differs, or one is named twice." : "."));
    }

    private static int LineageOf(TableSchema schema) => schema.Columns.Count(column => column.Role == ColumnRole.Lineage);

    private static string? Broken(ColumnSchema column, object? value)
    {
        if (value is null)
        {
            return column.Nullable ? null : "is NULL and may not be";
        }

        var fits = column.Type switch
        {
            ColumnType.String => value is string,
            ColumnType.Int64 => value is long,
            ColumnType.Float64 => value is double,
            ColumnType.Bool => value is bool,
            ColumnType.Date => value is Domain.Calendar.GameDate,
            ColumnType.Timestamp => value is DateTimeOffset,
            _ => throw new InvalidOperationException($"Unknown column type {column.Type}."),
        };
        if (!fits)
        {
            return $"is a {value.GetType().Name}, the column is {column.Type}";
        }

        if (value is not (long or double))
        {
            return null;
        }

        var number = value is long integer ? integer : (double)value;
        if (!double.IsFinite(number))
        {
            return "is not a finite number; a missing value is NULL";
        }

        return number < column.Minimum || number > column.Maximum
            ? string.Create(CultureInfo.InvariantCulture, $"is {number}, accepted is {column.Minimum} to {column.Maximum}")
            : null;
    }
}
