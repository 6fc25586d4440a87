using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Sqlite;

/// <summary>Opens connections the one way they are used here: no pooling by the driver, write-ahead log, full flush, busy time-out.</summary>
internal static class SqliteConnections
{
    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The connection of a file's one writer; creates folder and file.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static SqliteConnection OpenWriter(string file, EmbeddedOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return Opened(file, SqliteOpenMode.ReadWriteCreate, options, connection =>
        {
            if (Scalar(connection, "PRAGMA journal_mode=WAL") is not "wal")
            {
                throw new PermanentException($"{file} cannot keep a write-ahead log: the folder is not on a local disk. Choose another data folder.");
            }

            Execute(connection, "PRAGMA synchronous=FULL");

            // A log that grew under a long reader is cut back afterwards.
            Execute(connection, "PRAGMA journal_size_limit=67108864");
            if (options.MaxPageCount is { } pages)
            {
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages}"));
            }
        });
    }

    /// <summary>A connection that only reads. It is opened for writing all the same, because readers of a write-ahead log share its index.</summary>
    /// <exception cref="SqliteException">The file is missing or cannot be opened.</exception>
    public static SqliteConnection OpenReader(string file, EmbeddedOptions options) =>
        Opened(file, SqliteOpenMode.ReadWrite, options, connection => Execute(connection, "PRAGMA query_only=1"));

    /// <summary>A connection to no file, to which files are attached read-only.</summary>
    public static SqliteConnection OpenEmptyReadOnly(EmbeddedOptions options) => Opened(":memory:", SqliteOpenMode.ReadOnly, options, _ => { });

    /// <summary>Runs statements that answer nothing.</summary>
    public static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value that a statement answers; null for none and for NULL.</summary>
    public static object? Scalar(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>A command with its parameters.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static SqliteConnection Opened(string file, SqliteOpenMode mode, EmbeddedOptions options, Action<SqliteConnection> prepare)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,

            // With the driver's pool, opening again a connection that had used ATTACH fails.
            Pooling = false,

            // The driver repeats a busy statement for this many seconds; 0 would mean forever.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)),
        };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={(long)options.BusyTimeout.TotalMilliseconds}"));
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
