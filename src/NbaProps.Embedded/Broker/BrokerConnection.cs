using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>The broker's one connection to <c>bus.db</c> in this process, with its statements kept prepared. Parameters are $1, $2, …</summary>
internal sealed class BrokerConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    static BrokerConnection() => SQLitePCL.Batteries_V2.Init();

    public BrokerConnection(string path, TimeSpan busyTimeout)
    {
        // The provider's own answer to a busy file is to sleep 150 ms at a time until its command time-out (in whole seconds; 0 is for ever).
        // SQLite's busy time-out waits in finer steps, so it does the waiting, and the provider's is as short as it can be.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            _connection.Open();
            Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}"));
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = FULL");
        }
        catch (SqliteException exception)
        {
            Dispose();
            throw Translate(exception, "opening the bus");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether a transaction is open; SQLite ends one by itself after some errors.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Busy, full and I/O are transient; a file that is not a database is permanent; anything else is a mistake in our SQL.</summary>
    public static Exception Translate(SqliteException exception, string doing) => exception.SqliteErrorCode switch
    {
        // SQLITE_BUSY, LOCKED, NOMEM, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL
        5 or 6 or 7 or 9 or 10 or 13 or 14 or 15 => new TransientException($"SQLite failed {doing}: {exception.Message}", exception),
        // PERM, READONLY, CORRUPT, AUTH, NOTADB
        3 or 8 or 11 or 23 or 26 => new PermanentException($"SQLite failed {doing}: {exception.Message}", exception),
        _ => exception,
    };

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

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _connection.CreateCommand();
            // Every text that arrives here is a constant of this namespace; values are parameters.
#pragma warning disable CA2100
            statement.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            _statements.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++)
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        return statement;
    }
}
