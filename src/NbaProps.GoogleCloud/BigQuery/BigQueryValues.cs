using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Stored values on their way to BigQuery and back: exactly, which its defaults are not (numbers of JSON are doubles, instants are seconds as a float).</summary>
internal static class BigQueryValues
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>What stands around each value of a parameter, with its name, also where it is NULL: <c>"":{"value":""},</c>.</summary>
    private const int ValueFrame = 17;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows as newline-delimited JSON. A value that is missing is left out, which is NULL.</summary>
    public static byte[] Lines(RowBatch rows)
    {
        using var lines = new MemoryStream();
        using var writer = new Utf8JsonWriter(lines, Compact);
        foreach (var row in rows.Rows)
        {
            Write(writer, rows.Columns, row);
            writer.Flush();
            writer.Reset();
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    /// <summary>Writes a row as a JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string> columns, object?[] row)
    {
        writer.WriteStartObject();
        for (var index = 0; index < row.Length; index++)
        {
            switch (WarehouseRules.Stored(row[index]))
            {
                case null:
                    break;
                case bool flag:
                    writer.WriteBoolean(columns[index], flag);
                    break;
                case double number:
                    writer.WriteNumber(columns[index], number);
                    break;
                case var value:
                    // Also 64-bit integers: as text they are exact.
                    writer.WriteString(columns[index], Text(value));
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>A value as a parameter has it; null for NULL.</summary>
    public static string? Text(object? value) => WarehouseRules.Stored(value) switch
    {
        null => null,
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        GameDate date => date.ToString(),
        DateTimeOffset instant => instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"A {other.GetType().Name} is not a stored value."),
    };

    /// <summary>A value of an answer.</summary>
    /// <exception cref="FormatException">It is none of the type.</exception>
    public static object? Of(string? text, ColumnType type) => text is null ? null : type switch
    {
        ColumnType.String => text,
        ColumnType.Int64 => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ColumnType.Float64 => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        ColumnType.Bool => bool.Parse(text),
        ColumnType.Date => GameDate.Parse(text),
        ColumnType.Timestamp => DateTimeOffset.UnixEpoch.AddTicks(checked(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond)),
        _ => throw new InvalidOperationException($"Unknown column type {type}."),
    };

    /// <summary>A parameter of one value.</summary>
    public static WireParameter Parameter(string name, ColumnType type, object value) => new(name, TypeOf(type), new() { Value = Text(value) });

    /// <summary>A parameter of several values.</summary>
    public static WireParameter Parameter(string name, ColumnType type, IReadOnlyList<object> values) => new(
        name,
        new() { Type = "ARRAY", ArrayType = TypeOf(type) },
        new() { ArrayValues = [.. values.Select(value => new WireParameterValue { Value = Text(value) })] });

    /// <summary>Rows as one parameter: an array of structs.</summary>
    public static WireParameter Parameter(string name, TableSchema table, RowBatch rows)
    {
        var fields = rows.Columns.Select(column => new WireStructField(column, TypeOf(table.Column(column).Type))).ToArray();
        var values = rows.Rows.Select(row => new WireParameterValue
        {
            StructValues = rows.Columns.Zip(row).ToDictionary(pair => pair.First, pair => new WireParameterValue { Value = Text(pair.Second) }, StringComparer.Ordinal),
        });
        return new(name, new() { Type = "ARRAY", ArrayType = new() { Type = "STRUCT", StructTypes = fields } }, new() { ArrayValues = [.. values] });
    }

    /// <summary>About how long rows are as a parameter, in bytes; never less than it is by much.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="lines">How long they are as newline-delimited JSON, in bytes.</param>
    public static long ParameterLength(RowBatch rows, int lines) => lines + ((long)rows.Rows.Count * rows.Columns.Sum(name => name.Length + ValueFrame));

    private static WireParameterType TypeOf(ColumnType type) => new() { Type = SqlText.TypeName(type) };
}
