using Microsoft.Data.Sqlite;

namespace NbaProps.Embedded.Sqlite;

/// <summary>
/// A connection that keeps the statements it has run: a small read or write costs less than its preparation does. Like any connection it serves one
/// thread at a time, and a kept statement one reader at a time.
/// </summary>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    // More than the texts that are constants. Those with a list of values are without number: then all are forgotten and begun anew.
    private const int MostKept = 128;

    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    /// <summary>The statement with its values, to be run and not disposed. A text always comes with the same parameters in the same order.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Names as they stand in the text, and values.</param>
    public SqliteCommand Kept(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (_kept.TryGetValue(sql, out var known))
        {
            for (var place = 0; place < parameters.Length; place++)
            {
                known.Parameters[place].Value = parameters[place].Value;
            }

            return known;
        }

        if (_kept.Count == MostKept)
        {
            Forget();
        }

        var command = CreateCommand();

        // Every text that arrives here is made of constants and quoted names of this namespace; values are parameters.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        _kept.Add(sql, command);
        return command;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
        }

        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in _kept.Values)
        {
            command.Dispose();
        }

        _kept.Clear();
    }
}
