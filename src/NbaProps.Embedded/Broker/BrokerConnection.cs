using Microsoft.Data.Sqlite;

using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>The broker's one connection to <c>bus.db</c> in this process, with its statements kept prepared. Parameters are $1, $2, …</summary>
internal sealed class BrokerConnection : IDisposable
{
    private static readonly string[] Names = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"];

    private readonly PreparedConnection _connection;
    private readonly string _path;
    private readonly TimeSpan _busyTimeout;

    /// <summary>Opens the file, and creates it with its folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long a write waits for another process's.</param>
    /// <param name="maxPageCount">Its largest size in pages; null for no limit but the disk.</param>
    public BrokerConnection(string path, TimeSpan busyTimeout, int? maxPageCount)
    {
        (_path, _busyTimeout) = (path, busyTimeout);
        try
        {
            _connection = SqliteConnections.OpenWriter(path, new EmbeddedOptions { BusyTimeout = busyTimeout, MaxPageCount = maxPageCount });
        }
        catch (SqliteException exception)
        {
            throw Translate(exception, "opening the bus");
        }
    }

    /// <summary>Whether a transaction is open; SQLite ends one by itself after some errors.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Busy, full and I/O are transient; a file that is not a database is permanent; anything else is a mistake in our SQL.</summary>
    public Exception Translate(SqliteException exception, string doing) => exception.SqliteErrorCode switch
    {
        // A full disk is for a person: which file it is and what helps are said as for every other file.
        SQLitePCL.raw.SQLITE_FULL => SqliteFaults.Translate(exception, _path)!,
        // SQLITE_BUSY, LOCKED, NOMEM, INTERRUPT, IOERR, CANTOPEN, PROTOCOL
        5 or 6 or 7 or 9 or 10 or 14 or 15 => new TransientException($"SQLite failed {doing}: {exception.Message}", exception),
        // PERM, READONLY, CORRUPT, AUTH, NOTADB
        3 or 8 or 11 or 23 or 26 => new PermanentException($"SQLite failed {doing}: {exception.Message}", exception),
        _ => exception,
    };

    /// <summary>Begins a transaction that will write, waiting for other processes' writers as long as they may take.</summary>
    public void Begin() => SqliteConnections.BeginImmediate(_connection, _busyTimeout);

    /// <summary>Runs a statement; answers how many rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null for SQL NULL and for no row.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        var parameters = new (string Name, object Value)[values.Length];
        for (var place = 0; place < values.Length; place++)
            parameters[place] = (Names[place], values[place] ?? DBNull.Value);
        return _connection.Kept(sql, parameters);
    }
}
