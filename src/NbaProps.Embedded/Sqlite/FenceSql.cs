using NbaProps.Shared.Warehouse;

using static NbaProps.Embedded.Sqlite.SqliteConnections;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The smallest token that each partition still accepts. Read and set in the transaction of the write that it guards.</summary>
internal static class FenceSql
{
    /// <summary>Creates the table where it is missing.</summary>
    public static void Initialise(PreparedConnection connection) => Execute(
        connection,
        """
        CREATE TABLE IF NOT EXISTS _fences(
            table_name TEXT NOT NULL, "partition" TEXT NOT NULL, min_token INTEGER NOT NULL,
            PRIMARY KEY(table_name, "partition")) WITHOUT ROWID
        """);

    /// <summary>Whether the partition accepts the token; if so, it no longer accepts older ones.</summary>
    public static bool Pass(PreparedConnection connection, string table, Partition partition, long token)
    {
        var smallest = (long?)Scalar(
            connection,
            """SELECT min_token FROM _fences WHERE table_name = @table AND "partition" = @partition""",
            ("@table", table),
            ("@partition", partition.ToString()));
        if (token < smallest)
        {
            return false;
        }

        Raise(connection, table, partition, token);
        return true;
    }

    /// <summary>Lets the partition accept this token and newer ones only; never lowers what it accepts.</summary>
    public static void Raise(PreparedConnection connection, string table, Partition partition, long token)
    {
        connection.Kept(
            """
            INSERT INTO _fences(table_name, "partition", min_token) VALUES (@table, @partition, @token)
            ON CONFLICT(table_name, "partition") DO UPDATE SET min_token = max(min_token, excluded.min_token)
            """,
            ("@table", table),
            ("@partition", partition.ToString()),
            ("@token", token)).ExecuteNonQuery();
    }
}
