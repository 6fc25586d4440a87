using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

using static NbaProps.Embedded.Sqlite.SqliteConnections;
using static SQLitePCL.raw;

namespace NbaProps.Embedded.Sqlite;

/// <summary>
/// Reading SQL over the embedded warehouse, for the <c>sql</c> command and for nothing else. Tables are <c>dataset.table</c>. Each query has a
/// connection of its own on which the files are attached read-only and only reading is authorised.
/// </summary>
/// <param name="options">The folder and the patience.</param>
public sealed class SqliteSql(EmbeddedOptions options)
{
    /// <summary>SQLite's limit of files in one connection, as it is built.</summary>
    private const int MostDatasets = 10;

    /// <summary>How many of SQLite's steps pass between two looks at the cancellation: well below a millisecond.</summary>
    private const int StepsBetweenQuestions = 10_000;

    private static readonly HashSet<string> AllowedPragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "database_list", "compile_options", "function_list",
    };

    /// <summary>Runs one statement: SELECT, WITH, VALUES, EXPLAIN or a PRAGMA that describes.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <exception cref="SqlRefusedException">The statement is wrong, is more than one, or would change something.</exception>
    /// <exception cref="TransientException">A file could not be read.</exception>
    public Task<SqlResult> QueryAsync(string sql, CancellationToken cancellationToken) => Task.Run(() => Query(sql, cancellationToken), cancellationToken);

    private SqlResult Query(string sql, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = Open();

            // Asked by the statement itself while it runs. An interrupt from outside is lost when it comes just before the statement begins.
            sqlite3_progress_handler(connection.Handle, StepsBetweenQuestions, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
            using var command = Command(connection, sql);
            using var reader = command.ExecuteReader();
            var result = Read(reader);
            if (reader.NextResult())
            {
                throw new SqlRefusedException("One statement at a time: the text holds more than one");
            }

            return result;
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLITE_AUTH or SQLITE_READONLY)
        {
            throw new SqlRefusedException("Only reading is possible here: accepted are SELECT, WITH, VALUES, EXPLAIN and PRAGMA table_info(…)", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLITE_ERROR)
        {
            throw SqlRefusedException.Wrong(sql, error);
        }
        catch (SqliteException error)
        {
            if (SqliteFaults.Translate(error, options.WarehouseFolder) is { } told)
            {
                throw told;
            }

            throw;
        }
    }

    private PreparedConnection Open()
    {
        var connection = OpenEmptyReadOnly(options);
        try
        {
            foreach (var dataset in Datasets())
            {
                // The files are opened as the connection is: for reading, and never created.
                using var attach = Command(connection, $"ATTACH @file AS {SqlNames.Quote(dataset)}", ("@file", options.DatasetFile(dataset)));
                attach.ExecuteNonQuery();
            }

            Execute(connection, "PRAGMA query_only=1");
            sqlite3_set_authorizer(connection.Handle, (_, action, first, _, _, _) => MayDo(action, first) ? SQLITE_OK : SQLITE_DENY, null);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string[] Datasets()
    {
        if (!Directory.Exists(options.WarehouseFolder))
        {
            return [];
        }

        var datasets = Directory.EnumerateFiles(options.WarehouseFolder, "*.db")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(SqlNames.IsName)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return datasets.Length <= MostDatasets
            ? datasets
            : throw new PermanentException($"{options.WarehouseFolder} holds {datasets.Length} datasets; SQLite joins at most {MostDatasets}.");
    }

    private static bool MayDo(int action, string? first) => action switch
    {
        SQLITE_SELECT or SQLITE_READ or SQLITE_FUNCTION or SQLITE_RECURSIVE => true,
        SQLITE_PRAGMA => first is not null && AllowedPragmas.Contains(first),
        _ => false,
    };

    private static SqlResult Read(SqliteDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, index) => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        }

        return new SqlResult(columns, rows);
    }
}

/// <summary>The answer to a query.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">One array per row; values are null, string, long, double or byte[].</param>
public sealed record SqlResult(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
