using System.Globalization;

using Microsoft.Data.Sqlite;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Embedded.Sqlite;

/// <summary>
/// Values on their way to SQLite and back. Columns are declared TEXT, INTEGER or REAL and nothing else: under a name such as STRING, SQLite
/// takes text that looks like a number for a number (0022400561 came back as 22400561).
/// </summary>
internal static class SqliteValues
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The declared type of a column.</summary>
    public static string DeclaredType(ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Date or ColumnType.Timestamp => "TEXT",
        ColumnType.Int64 or ColumnType.Bool => "INTEGER",
        ColumnType.Float64 => "REAL",
        _ => throw new InvalidOperationException($"Unknown column type {type}."),
    };

    /// <summary>The value to bind.</summary>
    public static object ToSqlite(object? value) => WarehouseRules.Stored(value) switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        GameDate date => date.ToString(),
        DateTimeOffset instant => instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
        var other => other,
    };

    /// <summary>The value of a column in the reader's row.</summary>
    public static object? FromSqlite(SqliteDataReader reader, int index, ColumnType type)
    {
        if (reader.IsDBNull(index))
        {
            return null;
        }

        return type switch
        {
            ColumnType.String => reader.GetString(index),
            ColumnType.Int64 => reader.GetInt64(index),
            ColumnType.Float64 => reader.GetDouble(index),
            ColumnType.Bool => reader.GetInt64(index) != 0,
            ColumnType.Date => GameDate.Parse(reader.GetString(index)),
            ColumnType.Timestamp => DateTimeOffset.ParseExact(
                reader.GetString(index), InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ => throw new InvalidOperationException($"Unknown column type {type}."),
        };
    }
}
