using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>A column as BigQuery keeps it: types by their older names.</summary>
internal sealed record DoubleField(string Name, string Type, bool IsRequired, JsonElement Described)
{
    public static DoubleField Of(JsonElement field) => new(
        field.GetProperty("name").GetString()!,
        TypeOf(field.GetProperty("type").GetString()!),
        field.TryGetProperty("mode", out var mode) && mode.ValueEquals("REQUIRED"),
        field.Clone());

    public static string TypeOf(string type) => type switch
    {
        "INT64" => "INTEGER",
        "FLOAT64" => "FLOAT",
        "BOOL" => "BOOLEAN",
        _ => type,
    };

    public JsonObject Answer()
    {
        var answer = (JsonObject)JsonNode.Parse(Described.GetRawText())!;
        answer["type"] = Type;
        return answer;
    }

    /// <summary>The value that a text means, in the type of the column. Instants are microseconds since 1970.</summary>
    public static object? Parse(string type, string? text)
    {
        try
        {
            return (TypeOf(type), text) switch
            {
                (_, null) => null,
                ("STRING", _) => text,
                ("INTEGER", _) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                ("FLOAT", _) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0,
                ("BOOLEAN", _) => bool.Parse(text),
                ("DATE", _) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ("TIMESTAMP", _) => Instant(text),
                _ => throw StatementException.Invalid($"No such type: {type}"),
            };
        }
        catch (FormatException)
        {
            throw new StatementException("invalid", $"Could not parse '{text}' as {type}");
        }
    }

    /// <summary>The value of a row's JSON.</summary>
    public object? Parse(JsonElement value) => (Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (_, JsonValueKind.String) => Parse(Type, value.GetString()),
        ("FLOAT", JsonValueKind.Number) => value.GetDouble() + 0.0,
        // What a number of JSON is to many readers: a double. Only text is exact.
        ("INTEGER", JsonValueKind.Number) => (long)value.GetDouble(),
        ("BOOLEAN", JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        _ => throw new StatementException("invalid", $"Could not convert value to {Type}. Field: {Name}"),
    };

    private static long Instant(string text)
    {
        var instant = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    }
}

/// <summary>A table: rows as BigQuery keeps them, with no key that anything enforces.</summary>
internal sealed class DoubleTable(JsonElement described)
{
    public JsonElement Described { get; } = described;

    public List<DoubleField> Fields { get; private set; } = FieldsOf(described);

    public List<object?[]> Rows { get; set; } = [];

    public HashSet<string> InsertIds { get; } = new(StringComparer.Ordinal);

    public int Version { get; private set; } = 1;

    public string Etag => string.Create(CultureInfo.InvariantCulture, $"etag-{Version}");

    public string? PartitionField => Described.TryGetProperty("timePartitioning", out var partitioning) ? partitioning.GetProperty("field").GetString() : null;

    public bool IsPartitionFilterRequired => Described.TryGetProperty("requirePartitionFilter", out var required) && required.GetBoolean();

    public int PlaceOf(string name) =>
        Fields.FindIndex(field => string.Equals(field.Name, name, StringComparison.Ordinal)) is >= 0 and var place ? place : throw StatementException.Invalid($"Unrecognized name: {name}");

    /// <summary>A row of named values; what is not named is NULL.</summary>
    public object?[] Row(IEnumerable<(string Name, object? Value)> values)
    {
        var row = new object?[Fields.Count];
        foreach (var (name, value) in values)
            row[PlaceOf(name)] = value;
        for (var place = 0; place < row.Length; place++)
        {
            if (row[place] is null && Fields[place].IsRequired)
                throw new StatementException("invalid", $"Required field {Fields[place].Name} cannot be null");
        }

        return row;
    }

    public object?[] RowOf(JsonElement json) => Row(json.EnumerateObject().Select(field =>
        (field.Name, Fields.Find(one => string.Equals(one.Name, field.Name, StringComparison.Ordinal)) is { } known
            ? known.Parse(field.Value)
            : throw new StatementException("invalid", $"no such field: {field.Name}."))));

    /// <summary>Takes another list of columns: all that there are, and further ones that may be NULL.</summary>
    public void Change(JsonElement schema)
    {
        var next = FieldsOf(schema, "fields");
        if (!Fields.Select(field => (field.Name, field.Type, field.IsRequired)).SequenceEqual(next.Take(Fields.Count).Select(field => (field.Name, field.Type, field.IsRequired)))
            || next.Skip(Fields.Count).Any(field => field.IsRequired))
            throw new StatementException("invalid", "Provided Schema does not match Table: columns are only added, and only nullable ones.");
        var added = next.Count - Fields.Count;
        Rows = [.. Rows.Select(row => (object?[])[.. row, .. new object?[added]])];
        Fields = next;
        Version++;
    }

    private static List<DoubleField> FieldsOf(JsonElement table) => table.TryGetProperty("schema", out var schema) ? FieldsOf(schema, "fields") : [];

    private static List<DoubleField> FieldsOf(JsonElement schema, string name) => [.. schema.GetProperty(name).EnumerateArray().Select(DoubleField.Of)];
}
