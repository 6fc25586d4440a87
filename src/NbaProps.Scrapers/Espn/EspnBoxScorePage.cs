using System.Text;
using System.Text.Json;

using NbaProps.Shared.Objects;

namespace NbaProps.Scrapers.Espn;

/// <summary>
/// What ESPN's page of a box score says of who played, in the JSON of its scripts: a list of teams, each with <c>tm</c> and with <c>stats</c>, groups of which have <c>athlts</c>. The page may have it several times.
/// </summary>
internal static class EspnBoxScorePage
{
    /// <summary>What a page with a box score has in it.</summary>
    public const string Mark = "\"athlts\"";

    /// <summary>ESPN's id of a player whom a box score lists more than once, be it for two teams; null when there is none.</summary>
    /// <exception cref="JsonException">A script's JSON is cut off or damaged.</exception>
    public static string? ListedTwice(string page)
    {
        foreach (var (json, _) in PageScripts.Json(page, "__espnfitt__").Where(script => script.Json.Contains(Mark, StringComparison.Ordinal)))
        {
            using var document = JsonWholeness.ParseFirst(Encoding.UTF8.GetBytes(json));
            if (BoxScores(document.RootElement).Select(Repeated).FirstOrDefault(player => player is not null) is { } player)
            {
                return player;
            }
        }

        return null;
    }

    // Ids as they are written: a text may hold half of a character, which no text of ours can.
    private static string? Repeated(JsonElement teams)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(teams).SelectMany(team => Items(Of(team, "stats"))).SelectMany(group => Items(Of(group, "athlts"))).Select(line => Of(Of(line, "athlt"), "id"))
            .Where(id => id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(id => id.GetRawText().Trim('"'))
            .FirstOrDefault(player => !seen.Add(player));
    }

    private static IEnumerable<JsonElement> BoxScores(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => BoxScores(property.Value)),
        JsonValueKind.Array when Items(element).Any() && Items(element).All(IsTeam) => [element],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(BoxScores),
        _ => [],
    };

    private static bool IsTeam(JsonElement element) => Of(element, "tm").ValueKind == JsonValueKind.Object && Of(element, "stats").ValueKind == JsonValueKind.Array;

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    private static JsonElement Of(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
