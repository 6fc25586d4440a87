using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.Resilience;

using static SQLitePCL.raw;

namespace NbaProps.Embedded.Sqlite;

/// <summary>Turns SQLite's errors into ours: which can be cured by waiting, which cannot, and what to do about them.</summary>
internal static class SqliteFaults
{
    /// <summary>The error to throw in place of SQLite's; null when it is a mistake in our own SQL.</summary>
    /// <param name="error">SQLite's error.</param>
    /// <param name="file">The database file it concerns.</param>
    public static Exception? Translate(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => new TransientException(
            $"{file} is being written by another process for longer than the busy time-out. It is tried again; if it stays, end the process that holds the file.", error),
        SQLITE_FULL => new TransientException(
            $"{file} could not grow: the disk is full or the file is at its size limit. Nothing of this write was stored. Free space on the disk; it is then tried again.", error),
        SQLITE_IOERR or SQLITE_CANTOPEN or SQLITE_NOMEM or SQLITE_PROTOCOL or SQLITE_INTERRUPT => new TransientException(
            string.Create(CultureInfo.InvariantCulture, $"{file} could not be read or written (SQLite error {error.SqliteExtendedErrorCode}: {error.Message}). Check the disk and the folder's permissions."), error),
        SQLITE_CONSTRAINT or SQLITE_MISMATCH or SQLITE_TOOBIG => new PermanentException($"{file} refused a row: {error.Message}", error),
        SQLITE_CORRUPT or SQLITE_NOTADB => new PermanentException(
            $"{file} is damaged: {error.Message} Move it away and rebuild it with: nbaprops backfill", error),
        SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => new PermanentException($"{file} may not be written: {error.Message}", error),
        SQLITE_ERROR when error.Message.Contains("no such table", StringComparison.Ordinal) || error.Message.Contains("no column named", StringComparison.Ordinal)
            || error.Message.Contains("no such column", StringComparison.Ordinal) => new PermanentException(
            $"{file} lacks a table or a column: {error.Message} Run: nbaprops schema apply", error),
        _ => null,
    };

    /// <summary>Whether the error says that the transaction was certainly not applied and its file has no room.</summary>
    public static bool IsFull(Exception error) => error is SqliteException { SqliteErrorCode: SQLITE_FULL };
}
