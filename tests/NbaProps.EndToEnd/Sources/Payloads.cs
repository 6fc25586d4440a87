using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace NbaProps.EndToEnd.Sources;

/// <summary>The folder of real payloads, and what several of the made ones need of it.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Payloads(string folder)
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>A payload's text, unpacked where it is gzipped.</summary>
    public string Text(string path) => _texts.GetOrAdd(path, Read);

    public JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    /// <summary>A team as the real player index names it.</summary>
    public (int Id, string City, string Name) Team(string tricode) =>
        Index.Where(row => (string?)row["TEAM_ABBREVIATION"] == tricode).Select(row => ((int)row["TEAM_ID"]!, (string)row["TEAM_CITY"]!, (string)row["TEAM_NAME"]!)).First();

    /// <summary>A team's players of the real player index; such whose names are plain letters, since they are put into texts.</summary>
    public IEnumerable<(int Id, string First, string Last)> Players(string tricode) => Index
        .Where(row => (string?)row["TEAM_ABBREVIATION"] == tricode)
        .Select(row => ((int)row["PERSON_ID"]!, (string)row["PLAYER_FIRST_NAME"]!, (string)row["PLAYER_LAST_NAME"]!));

    private IReadOnlyList<Dictionary<string, JsonNode?>> Index => ResultSets.Rows(Json("nba_player_list/playerindex.json.gz")["resultSets"]![0]!);

    private string Read(string path)
    {
        using var file = File.OpenRead(Path.Combine(folder, path));
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return reader.ReadToEnd();
    }
}

/// <summary>The league's tables: names of columns, then rows of cells.</summary>
internal static class ResultSets
{
    public static IReadOnlyList<Dictionary<string, JsonNode?>> Rows(JsonNode set)
    {
        var headers = Headers(set);
        return [.. set["rowSet"]!.AsArray().Select(row => headers.Zip(row!.AsArray()).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    /// <summary>A row in the order of a real table's columns: the real row with some cells changed.</summary>
    public static JsonArray Row(JsonNode set, Dictionary<string, JsonNode?> like, params (string Column, JsonNode? Value)[] changes)
    {
        var changed = changes.ToDictionary(change => change.Column, change => change.Value, StringComparer.Ordinal);
        return [.. Headers(set).Select(column => changed.TryGetValue(column, out var value) ? value : like[column]?.DeepClone())];
    }

    public static string[] Headers(JsonNode set) => [.. set["headers"]!.AsArray().Select(header => (string)header!)];
}
