using System.Globalization;

using Microsoft.Data.Sqlite;

namespace NbaProps.Embedded.Sqlite;

/// <summary>A statement that is not run: it is wrong, more than one, or would change something. The message is for whoever wrote it.</summary>
/// <param name="message">What is wrong, and what is accepted.</param>
/// <param name="inner">What SQLite said.</param>
public sealed class SqlRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>SQLite's words, and where in the statement they point to, if they name a word that stands in it once.</summary>
    internal static SqlRefusedException Wrong(string sql, SqliteException error)
    {
        // Of "SQLite Error 1: 'near "FORM": syntax error'." what is said.
        var said = error.Message.Split(": ", 2)[^1].TrimEnd('.').Trim('\'');
        var named = said.Split('"') is [_, var word, _] ? word : said.Split(": ")[^1];
        var first = named.Length == 0 ? -1 : sql.IndexOf(named, StringComparison.Ordinal);
        var where = first >= 0 && sql.IndexOf(named, first + 1, StringComparison.Ordinal) < 0
            ? string.Create(CultureInfo.InvariantCulture, $" at character {first + 1}")
            : string.Empty;
        return new SqlRefusedException($"The statement is wrong{where}: {said}", error);
    }
}
