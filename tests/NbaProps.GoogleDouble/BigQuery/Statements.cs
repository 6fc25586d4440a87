using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>The statements of the adapter, and no other SQL: each is one template, read by its lines.</summary>
/// <param name="find">A table by project, dataset and name.</param>
internal sealed partial class Statements(Func<string, DoubleTable> find)
{
    /// <summary>Whether a statement is a template at all, before it is run.</summary>
    public static bool IsKnown(string sql) => string.Equals(sql, "SELECT 1", StringComparison.Ordinal) || Select().IsMatch(sql) || Merge().IsMatch(sql);

    /// <summary>Runs a query: columns and rows.</summary>
    public (IReadOnlyList<DoubleField> Fields, IReadOnlyList<object?[]> Rows) Query(string sql, JsonElement parameters)
    {
        var match = Select().Match(sql);
        if (!match.Success)
            throw Refused(sql);
        var table = find(match.Groups["table"].Value);
        var date = table.PlaceOf(match.Groups["date"].Value);
        if (table.IsPartitionFilterRequired && !string.Equals(table.PartitionField, match.Groups["date"].Value, StringComparison.Ordinal))
            throw StatementException.Invalid("Cannot query over table without a filter that can be used for partition elimination");
        var (from, to) = ((DateOnly)Scalar(parameters, "from")!, (DateOnly)Scalar(parameters, "to")!);
        var rows = table.Rows.Where(row => row[date] is DateOnly day && day >= from && day <= to);
        foreach (Match filter in Filter().Matches(match.Groups["filters"].Value))
        {
            var place = table.PlaceOf(filter.Groups["column"].Value);
            var name = filter.Groups["name"].Value;
            HashSet<object> values = filter.Groups["one"].Success ? [Scalar(parameters, name)!] : [.. Array(parameters, name)];
            rows = rows.Where(row => row[place] is { } value && values.Contains(value));
        }

        var order = Names(match.Groups["order"].Value).Select(table.PlaceOf).ToArray();
        var columns = Names(match.Groups["columns"].Value).Select(table.PlaceOf).ToArray();
        var limit = match.Groups["limit"].Success ? int.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture) : int.MaxValue;
        return (
            [.. columns.Select(place => table.Fields[place])],
            [.. rows.Order(new ByPlaces(order)).Take(limit).Select(row => System.Array.ConvertAll(columns, place => row[place]))]);
    }

    /// <summary>Runs a MERGE in one step, or throws and has changed nothing.</summary>
    public void Change(string sql, JsonElement parameters)
    {
        var match = Merge().Match(sql);
        if (!match.Success)
            throw Refused(sql);
        var table = find(match.Groups["table"].Value);
        var columns = Names(match.Groups["columns"].Value);
        var incoming = Source(match.Groups["source"].Value, parameters).Select(values => table.Row(columns.Select(name => (name, values[name])))).ToList();
        if (!columns.SequenceEqual(Names(match.Groups["values"].Value.Replace("source.", string.Empty, StringComparison.Ordinal)), StringComparer.Ordinal))
            throw StatementException.Invalid("Inserted row has another order of columns");
        var inScope = Scope(table, match.Groups["scope"].Value);
        if (match.Groups["key"].Success)
            table.Rows = Merged(table, match, incoming, inScope);
        else
            table.Rows = [.. table.Rows.Where(row => !inScope(row)), .. incoming];
    }

    private static List<object?[]> Merged(DoubleTable table, Match match, List<object?[]> incoming, Func<object?[], bool> inScope)
    {
        var key = KeyPart().Matches(match.Groups["key"].Value).Select(part => table.PlaceOf(part.Groups["column"].Value)).ToArray();
        var updates = Assignment().Matches(match.Groups["updates"].Value).Select(part => table.PlaceOf(part.Groups["column"].Value)).ToArray();
        List<object?[]> rows = [.. table.Rows];
        var touched = new HashSet<int>();
        foreach (var row in incoming)
        {
            var places = Enumerable.Range(0, table.Rows.Count).Where(at => inScope(rows[at]) && key.All(place => rows[at][place] is { } value && value.Equals(row[place]))).ToArray();
            foreach (var at in places)
            {
                if (!touched.Add(at) && updates.Length > 0)
                    throw StatementException.Invalid("UPDATE/MERGE must match at most one source row for each target row");
                rows[at] = [.. rows[at]];
                foreach (var place in updates)
                    rows[at][place] = row[place];
            }

            if (places.Length == 0)
                rows.Add(row);
        }

        return rows;
    }

    private IEnumerable<IReadOnlyDictionary<string, object?>> Source(string source, JsonElement parameters)
    {
        var match = SourceText().Match(source);
        var names = Names(match.Groups["columns"].Value);
        if (match.Groups["staging"].Success)
        {
            var staging = find(match.Groups["staging"].Value);
            var places = names.Select(staging.PlaceOf).ToArray();
            return staging.Rows.Select(row => names.Zip(places, (name, place) => (name, Value: row[place])).ToDictionary(pair => pair.name, pair => pair.Value, StringComparer.Ordinal));
        }

        var parameter = Parameter(parameters, "rows");
        var types = parameter.GetProperty("parameterType").GetProperty("arrayType").GetProperty("structTypes").EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("type").GetProperty("type").GetString()!, StringComparer.Ordinal);
        return parameter.GetProperty("parameterValue").TryGetProperty("arrayValues", out var rows)
            ? rows.EnumerateArray().Select(row => names.ToDictionary(name => name, name => DoubleField.Parse(types[name], Text(row.GetProperty("structValues").GetProperty(name))), StringComparer.Ordinal))
            : [];
    }

    private static Func<object?[], bool> Scope(DoubleTable table, string scope)
    {
        var match = ScopeText().Match(scope);
        var date = table.PlaceOf(match.Groups["column"].Value);
        if (!string.Equals(table.PartitionField, match.Groups["column"].Value, StringComparison.Ordinal))
            throw StatementException.Invalid("Cannot query over table without a filter that can be used for partition elimination");
        var day = DateOnly.ParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var game = match.Groups["game"].Success ? table.PlaceOf(match.Groups["gamecolumn"].Value) : -1;
        return row => Equals(row[date], day) && (game < 0 || Equals(row[game], match.Groups["game"].Value));
    }

    private static JsonElement Parameter(JsonElement parameters, string name) => parameters.ValueKind == JsonValueKind.Array
        && parameters.EnumerateArray().FirstOrDefault(one => one.GetProperty("name").ValueEquals(name)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw StatementException.Invalid($"Query parameter '{name}' not found");

    private static object? Scalar(JsonElement parameters, string name)
    {
        var parameter = Parameter(parameters, name);
        return DoubleField.Parse(parameter.GetProperty("parameterType").GetProperty("type").GetString()!, Text(parameter.GetProperty("parameterValue")));
    }

    private static IEnumerable<object> Array(JsonElement parameters, string name)
    {
        var parameter = Parameter(parameters, name);
        var type = parameter.GetProperty("parameterType").GetProperty("arrayType").GetProperty("type").GetString()!;
        return parameter.GetProperty("parameterValue").GetProperty("arrayValues").EnumerateArray().Select(value => DoubleField.Parse(type, Text(value))!);
    }

    private static string? Text(JsonElement value) => value.TryGetProperty("value", out var text) ? text.GetString() : null;

    private static string[] Names(string list) => [.. list.Split(", ").Select(name => name.Trim('`'))];

    private static StatementException Refused(string sql) => StatementException.Invalid($"Syntax error: the double does not know this statement: {sql}");

    private const string List = "`[a-z0-9_]+`(?:, `[a-z0-9_]+`)*";

    [GeneratedRegex(
        "^SELECT (?<columns>" + List + ")\nFROM `(?<table>[^`]+)`\nWHERE `(?<date>[a-z0-9_]+)` BETWEEN @from AND @to(?<filters>(?:\n  AND `[a-z0-9_]+` (?:= @f\\d+|IN UNNEST\\(@f\\d+\\)))*)\nORDER BY (?<order>" + List + ")(?:\nLIMIT (?<limit>\\d+))?$")]
    private static partial Regex Select();

    [GeneratedRegex("\n  AND `(?<column>[a-z0-9_]+)` (?:(?<one>= )@(?<name>f\\d+)|IN UNNEST\\(@(?<name>f\\d+)\\))")]
    private static partial Regex Filter();

    [GeneratedRegex(
        "^MERGE `(?<table>[^`]+)` AS target\nUSING \\((?<source>[^)]+(?:\\(@rows\\))?)\\) AS source\n"
        + "(?:ON FALSE\nWHEN NOT MATCHED BY SOURCE AND (?<scope>target[^\n]+) THEN DELETE\n"
        + "|ON (?<scope>target.`[a-z0-9_]+` = DATE \"[0-9-]+\") AND (?<key>[^\n]+)\n(?:WHEN MATCHED THEN UPDATE SET (?<updates>[^\n]+)\n)?)"
        + "WHEN NOT MATCHED BY TARGET THEN INSERT \\((?<columns>" + List + ")\\) VALUES \\((?<values>[^)]+)\\)$")]
    private static partial Regex Merge();

    [GeneratedRegex("^SELECT (?<columns>" + List + ") FROM (?:`(?<staging>[^`]+)`|UNNEST\\(@rows\\))$")]
    private static partial Regex SourceText();

    [GeneratedRegex("^target.`(?<column>[a-z0-9_]+)` = DATE \"(?<date>[0-9-]+)\"(?: AND target.`(?<gamecolumn>game_id)` = \"(?<game>[0-9]+)\")?$")]
    private static partial Regex ScopeText();

    [GeneratedRegex("target.`(?<column>[a-z0-9_]+)` = source.`\\k<column>`")]
    private static partial Regex KeyPart();

    [GeneratedRegex("`(?<column>[a-z0-9_]+)` = source.`\\k<column>`")]
    private static partial Regex Assignment();

    /// <summary>As BigQuery orders: NULL first, text by its UTF-8.</summary>
    private sealed class ByPlaces(int[] places) : IComparer<object?[]>
    {
        public int Compare(object?[]? x, object?[]? y)
        {
            foreach (var place in places)
            {
                var order = (x![place], y![place]) switch
                {
                    (null, null) => 0,
                    (null, _) => -1,
                    (_, null) => 1,
                    (string left, string right) => System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right)),
                    (IComparable left, { } right) => left.CompareTo(right),
                    _ => 0,
                };
                if (order != 0)
                    return order;
            }

            return 0;
        }
    }
}
