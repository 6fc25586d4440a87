using System.Text.Json;

using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Contracts;

/// <summary>What a result set of the league's statistics must have: columns with their types, and no row twice.</summary>
/// <param name="name">Name of the set, such as GameHeader.</param>
/// <param name="columns">Columns as <c>GAME_ID:text</c> or <c>TEAM_ID:number</c>.</param>
/// <param name="key">Columns of which no two rows have the same.</param>
internal sealed class TableContract(string name, string[] columns, string[] key)
{
    private readonly (string Name, JsonValueKind Kind)[] _columns =
        [.. columns.Select(column => column.Split(':')).Select(parts => (parts[0], parts[1] is "number" ? JsonValueKind.Number : JsonValueKind.String))];

    /// <summary>How many rows a set of a page has; 0 where there is none of the name.</summary>
    public static int Rows(JsonElement root, string name) =>
        SetOf(root, name) is { } set && set.TryGetProperty("rowSet", out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.GetArrayLength() : 0;

    /// <summary>Refuses a page whose set is not as it must be. A page without the set has nothing of it.</summary>
    public void Check(PayloadCheck check, JsonElement root)
    {
        if (SetOf(root, name) is not { } set || Rows(root, name) == 0)
        {
            return;
        }

        var headers = set.GetProperty("headers").EnumerateArray().Select(header => header.ToString()).ToList();
        var places = _columns.Select(column => (column.Name, column.Kind, At: headers.IndexOf(column.Name))).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in set.GetProperty("rowSet").EnumerateArray())
        {
            foreach (var (column, kind, at) in places)
            {
                var was = at < 0 || row.ValueKind != JsonValueKind.Array || at >= row.GetArrayLength() ? "missing" : row[at].ValueKind == kind ? null : row[at].GetRawText();
                if (was is not null)
                {
                    throw check.Changed($"a {name} whose {column} is {was}", new ContractBreak($"{name}.{column}", was, kind == JsonValueKind.Number ? "a number" : "a text"));
                }
            }

            var whose = string.Join(' ', key.Select(column => row[headers.IndexOf(column)].ToString()));
            if (!seen.Add(whose))
            {
                throw check.Unexpected($"a {name} with two rows of {whose}");
            }
        }
    }

    private static JsonElement? SetOf(JsonElement root, string name)
    {
        foreach (var set in root.GetProperty("resultSets").EnumerateArray())
        {
            if (set.GetProperty("name").ValueEquals(name))
            {
                return set;
            }
        }

        return null;
    }
}
