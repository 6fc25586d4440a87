using System.Text;
using System.Text.Json;

using NbaProps.Shared.Objects;

namespace NbaProps.Scrapers.Espn;

/// <summary>What ESPN's page of a box score has in the JSON of its scripts.</summary>
/// <param name="BoxScores">Lists of teams, each with <c>tm</c> and <c>stats</c>, that have players (<c>athlts</c>); those that say the same are one. Its reader takes one.</param>
/// <param name="ListedTwice">ESPN's id of a player whom a box score lists more than once, be it for two teams; null when there is none.</param>
internal sealed record EspnBoxScorePage(int BoxScores, string? ListedTwice)
{
    /// <summary>What a page with a box score has in it.</summary>
    public const string Mark = "\"athlts\"";

    /// <summary>Looks at a page.</summary>
    /// <exception cref="JsonException">A script's JSON is cut off or damaged.</exception>
    public static EspnBoxScorePage Of(string page)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        string? twice = null;
        foreach (var (json, _) in PageScripts.Json(page, "__espnfitt__").Where(script => script.Json.Contains(Mark, StringComparison.Ordinal)))
        {
            using var document = JsonWholeness.ParseFirst(Encoding.UTF8.GetBytes(json));
            foreach (var teams in Places(document.RootElement).Where(teams => found.Add(teams.GetRawText())))
            {
                twice ??= Repeated(teams);
            }
        }

        return new(found.Count, twice);
    }

    // Ids as they are written: a text may hold half of a character, which no text of ours can.
    private static string? Repeated(JsonElement teams)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(teams).SelectMany(Groups).SelectMany(group => Items(Of(group, "athlts"))).Select(line => Of(Of(line, "athlt"), "id"))
            .Where(id => id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(id => id.GetRawText().Trim('"'))
            .FirstOrDefault(player => !seen.Add(player));
    }

    private static IEnumerable<JsonElement> Places(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Places(property.Value)),
        JsonValueKind.Array when IsBoxScore(element) => [element],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Places),
        _ => [],
    };

    private static bool IsBoxScore(JsonElement element) =>
        Items(element).All(team => Of(team, "tm").ValueKind == JsonValueKind.Object && Of(team, "stats").ValueKind == JsonValueKind.Array)
        && Items(element).SelectMany(Groups).Any(group => Of(group, "athlts").ValueKind == JsonValueKind.Array);

    private static IEnumerable<JsonElement> Groups(JsonElement team) => Items(Of(team, "stats"));

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    private static JsonElement Of(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
