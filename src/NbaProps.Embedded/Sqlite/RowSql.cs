using System.Globalization;
using System.Text;

using NbaProps.Shared.Warehouse;

using static NbaProps.Embedded.Sqlite.SqlNames;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The statements that write and read rows. What they are given has been checked.</summary>
internal static class RowSql
{
    /// <summary>Removes the rows of a partition.</summary>
    public static void Delete(PreparedConnection connection, TableSchema table, Partition partition)
    {
        var ofDate = $"DELETE FROM {Quote(table.Name)} WHERE {Quote(table.PartitionColumn)} = @date";
        var command = partition.Game is { } game
            ? connection.Kept($"{ofDate} AND {Quote(WarehouseRules.GameColumn)} = @game", ("@date", partition.Date.ToString()), ("@game", game.ToString()))
            : connection.Kept(ofDate, ("@date", partition.Date.ToString()));
        command.ExecuteNonQuery();
    }

    /// <summary>Inserts rows; a row of another game with the same key is refused.</summary>
    public static void Insert(PreparedConnection connection, PartitionWrite write) =>
        EachRow(connection, InsertText(write.Table, write.Rows.Columns) + $" ON CONFLICT({List(write.Table.Key)}) DO NOTHING", write.Rows.Rows, (_, written) =>
        {
            if (!written)
            {
                throw WarehouseRules.KeyTaken(write);
            }
        });

    /// <summary>Inserts rows whose key is new and sets some columns of the others.</summary>
    public static void Merge(PreparedConnection connection, PartitionWrite write, IReadOnlyList<string> updateColumns)
    {
        // With nothing to update, setting a key column to what it is makes an existing row count as written.
        var names = updateColumns.Count > 0 ? updateColumns : [write.Table.PartitionColumn];
        var sql = new StringBuilder(InsertText(write.Table, write.Rows.Columns));
        sql.Append(CultureInfo.InvariantCulture, $" ON CONFLICT({List(write.Table.Key)}) DO UPDATE SET ");
        sql.AppendJoin(", ", names.Select(name => $"{Quote(name)} = excluded.{Quote(name)}"));
        if (write.Partition.Game is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" WHERE {Quote(write.Table.Name)}.{Quote(WarehouseRules.GameColumn)} = excluded.{Quote(WarehouseRules.GameColumn)}");
        }

        EachRow(connection, sql.ToString(), write.Rows.Rows, (_, written) =>
        {
            if (!written)
            {
                throw WarehouseRules.KeyTaken(write);
            }
        });
    }

    /// <summary>Appends rows, and says which the table refused.</summary>
    public static AppendOutcome Append(PreparedConnection connection, TableSchema table, RowBatch batch)
    {
        var refused = new SortedDictionary<int, string>();
        var sound = new List<int>();
        for (var index = 0; index < batch.Rows.Count; index++)
        {
            if (WarehouseRules.Broken(table, batch.Rows[index]) is { } reason)
            {
                refused.Add(index, reason);
            }
            else
            {
                sound.Add(index);
            }
        }

        var sql = InsertText(table, batch.Columns) + $" ON CONFLICT({List(table.Key)}) DO NOTHING";
        EachRow(connection, sql, [.. sound.Select(index => batch.Rows[index])], (place, written) =>
        {
            if (!written)
            {
                refused.Add(sound[place], $"{table.FullName} holds a row with this key.");
            }
        });
        return new AppendOutcome(batch.Rows.Count - refused.Count, [.. refused.Select(pair => new RefusedRow(pair.Key, pair.Value))]);
    }

    /// <summary>Rows of a range of dates in key order.</summary>
    public static RowBatch Read(PreparedConnection connection, ReadRequest request, CancellationToken cancellationToken)
    {
        var (sql, parameters) = SelectText(request);
        var command = connection.Kept(sql, parameters);
        var types = request.Columns.Select(name => request.Table.Column(name).Type).ToArray();
        var rows = new List<object?[]>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new object?[types.Length];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] = SqliteValues.FromSqlite(reader, index, types[index]);
            }

            rows.Add(row);
        }

        return new RowBatch([.. request.Columns], rows);
    }

    private static (string Sql, (string Name, object Value)[] Parameters) SelectText(ReadRequest request)
    {
        var parameters = new List<(string, object)> { ("@from", request.Range.From.ToString()), ("@to", request.Range.To.ToString()) };
        var date = Quote(request.Table.PartitionColumn);
        var sql = new StringBuilder($"SELECT {List(request.Columns)} FROM {Quote(request.Table.Name)} WHERE {date} BETWEEN @from AND @to");
        foreach (var filter in request.Filters)
        {
            var names = filter.Values.Select(value =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
                parameters.Add((name, SqliteValues.ToSqlite(value)));
                return name;
            });
            sql.Append(CultureInfo.InvariantCulture, $" AND {Quote(filter.Column)} IN ({string.Join(", ", names)})");
        }

        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {List(request.Table.Key)}");
        if (request.Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        return (sql.ToString(), [.. parameters]);
    }

    private static string InsertText(TableSchema table, IReadOnlyList<string> columns)
    {
        var places = Enumerable.Range(0, columns.Count).Select(index => string.Create(CultureInfo.InvariantCulture, $"@p{index}"));
        return $"INSERT INTO {Quote(table.Name)} ({List(columns)}) VALUES ({string.Join(", ", places)})";
    }

    /// <summary>Runs a statement once per row and reports whether it wrote the row.</summary>
    private static void EachRow(PreparedConnection connection, string sql, IReadOnlyList<object?[]> rows, Action<int, bool> report)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var command = connection.Kept(sql, [.. rows[0].Select((_, index) => (string.Create(CultureInfo.InvariantCulture, $"@p{index}"), (object)DBNull.Value))]);
        var parameters = command.Parameters;
        for (var place = 0; place < rows.Count; place++)
        {
            for (var index = 0; index < parameters.Count; index++)
            {
                parameters[index].Value = SqliteValues.ToSqlite(rows[place][index]);
            }

            report(place, command.ExecuteNonQuery() > 0);
        }
    }
}
