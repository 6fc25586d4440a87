using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

using SQLitePCL;

namespace NbaProps.Embedded.Sqlite;

/// <summary>Opens connections the one way they are used here: no pooling by the driver, write-ahead log, full flush, busy time-out.</summary>
internal static class SqliteConnections
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(16);

    static SqliteConnections() => Batteries_V2.Init();

    /// <summary>The connection of a file's one writer; creates folder and file.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static PreparedConnection OpenWriter(string file, EmbeddedOptions options)
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
    public static PreparedConnection OpenReader(string file, EmbeddedOptions options) =>
        Opened(file, SqliteOpenMode.ReadWrite, options, connection => Execute(connection, "PRAGMA query_only=1"));

    /// <summary>A connection to no file, to which files are attached read-only.</summary>
    public static PreparedConnection OpenEmptyReadOnly(EmbeddedOptions options) => Opened(":memory:", SqliteOpenMode.ReadOnly, options, _ => { });

    /// <summary>
    /// Begins a transaction that will write, waiting for other processes' writers. This is the one place where they meet, so it waits by itself:
    /// the bundled SQLite was built without a fine clock and its own busy time-out sleeps whole seconds; the driver's sleeps 150 ms.
    /// </summary>
    /// <exception cref="SqliteException">The file stayed busy for longer than the time-out, or another error.</exception>
    public static void BeginImmediate(PreparedConnection connection, TimeSpan patience)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        for (var pause = ShortestPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            var code = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            if (code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED) || time.GetElapsedTime(began) > patience)
            {
                throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xff, raw.sqlite3_extended_errcode(connection.Handle));
            }

            Task.Delay(pause, time).GetAwaiter().GetResult();
        }
    }

    /// <summary>Runs statements that answer nothing, and forgets them.</summary>
    public static int Execute(PreparedConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value that a statement answers; null for none and for NULL. The statement is kept.</summary>
    public static object? Scalar(PreparedConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        connection.Kept(sql, parameters).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>A command with its parameters, for one use.</summary>
    public static SqliteCommand Command(PreparedConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static PreparedConnection Opened(string file, SqliteOpenMode mode, EmbeddedOptions options, Action<PreparedConnection> prepare)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,

            // With the driver's pool, opening again a connection that had used ATTACH fails.
            Pooling = false,

            // The driver repeats a busy statement every 150 ms for this many seconds; 0 would mean forever.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)),
        };
        var connection = new PreparedConnection(text.ConnectionString);
        try
        {
            connection.Open();
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
