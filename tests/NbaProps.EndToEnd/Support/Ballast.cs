using Microsoft.Data.Sqlite;

namespace NbaProps.EndToEnd.Support;

/// <summary>What takes all the room that a database file may have, and gives it back: to whoever writes the file with the same limit, a disk that is full for a time.</summary>
/// <param name="file">The database file.</param>
/// <param name="pages">The largest size that the others may make it, in pages of <see cref="PageSize"/>.</param>
internal sealed class Ballast(string file, int pages)
{
    private const int PageSize = 4096;

    /// <summary>Takes what is left, free pages first: a file that was filled before may have some although it is as large as it may be.</summary>
    public void Fill()
    {
        using var connection = Open();
        Run(connection, "CREATE TABLE ballast (bytes BLOB)");
        while (Number(connection, "PRAGMA page_count") < pages || Number(connection, "PRAGMA freelist_count") > 0)
        {
            Run(connection, $"INSERT INTO ballast VALUES (zeroblob({PageSize * 8}))");
        }
    }

    /// <summary>Gives it back.</summary>
    public void Remove()
    {
        using var connection = Open();
        Run(connection, "DROP TABLE ballast");
    }

    /// <summary>Says <c>ok</c> of a file that is whole.</summary>
    public string Check()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return (long)command.ExecuteScalar()!;
    }
}
