using NbaProps.Shared.Warehouse;

using static NbaProps.Embedded.Sqlite.SqliteConnections;
using static NbaProps.Embedded.Sqlite.SqlNames;

namespace NbaProps.Embedded.Sqlite;

/// <summary>
/// Creates and describes tables. SQLite's own column types cannot tell a date from a text or a truth from a number, so the columns as they
/// were declared are kept in <c>_columns</c>, changed in the same transaction as the table.
/// </summary>
internal static class SchemaSql
{
    /// <summary>Creates what every dataset's file holds.</summary>
    public static void Initialise(PreparedConnection connection)
    {
        FenceSql.Initialise(connection);
        Execute(
            connection,
            """
            CREATE TABLE IF NOT EXISTS _columns(
                table_name TEXT NOT NULL, position INTEGER NOT NULL, column_name TEXT NOT NULL, type TEXT NOT NULL,
                nullable INTEGER NOT NULL, key_position INTEGER,
                PRIMARY KEY(table_name, position)) WITHOUT ROWID
            """);
    }

    /// <summary>The columns as they are, and the key; no columns when there is no table.</summary>
    public static (IReadOnlyList<LiveColumn> Columns, IReadOnlyList<string> Key) Describe(PreparedConnection connection, string table)
    {
        using var command = Command(
            connection, "SELECT column_name, type, nullable, key_position FROM _columns WHERE table_name = @table ORDER BY position", ("@table", table));
        using var reader = command.ExecuteReader();
        var columns = new List<LiveColumn>();
        var key = new SortedDictionary<long, string>();
        while (reader.Read())
        {
            columns.Add(new LiveColumn(reader.GetString(0), Enum.Parse<ColumnType>(reader.GetString(1)), reader.GetInt64(2) != 0));
            if (!reader.IsDBNull(3))
            {
                key.Add(reader.GetInt64(3), reader.GetString(0));
            }
        }

        return (columns, [.. key.Values]);
    }

    /// <summary>Creates the table, or adds the nullable columns it lacks.</summary>
    public static void Apply(PreparedConnection connection, TableSchema table)
    {
        var (live, key) = Describe(connection, table.Name);
        if (live.Count == 0)
        {
            var columns = string.Join(", ", table.Columns.Select(Definition));
            Execute(connection, $"CREATE TABLE {Quote(table.Name)} ({columns}, PRIMARY KEY ({List(table.Key)})) WITHOUT ROWID");
            Record(connection, table, table.Columns, 0);
            return;
        }

        var additions = SchemaDifference.Additions(table, live, key);
        foreach (var column in additions)
        {
            Execute(connection, $"ALTER TABLE {Quote(table.Name)} ADD COLUMN {Definition(column)}");
        }

        Record(connection, table, additions, live.Count);
    }

    private static string Definition(ColumnSchema column) =>
        $"{Quote(column.Name)} {SqliteValues.DeclaredType(column.Type)}{(column.Nullable ? string.Empty : " NOT NULL")}";

    private static void Record(PreparedConnection connection, TableSchema table, IReadOnlyList<ColumnSchema> columns, int firstPosition)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            var key = table.Key.ToList().IndexOf(column.Name);
            using var command = Command(
                connection,
                """
                INSERT INTO _columns(table_name, position, column_name, type, nullable, key_position)
                VALUES (@table, @position, @column, @type, @nullable, @key)
                """,
                ("@table", table.Name),
                ("@position", firstPosition + index),
                ("@column", column.Name),
                ("@type", column.Type.ToString()),
                ("@nullable", column.Nullable),
                ("@key", key < 0 ? DBNull.Value : key));
            command.ExecuteNonQuery();
        }
    }
}
