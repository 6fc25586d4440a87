using System.Text.Json;

namespace NbaProps.Scrapers.Odds;

/// <summary>What people call an outcome of The Odds API: by teams, book, market and names, not by its place in a payload.</summary>
internal static class OddsOutcome
{
    /// <summary>The first outcome whose price is no number, such as "Atlanta Hawks @ Golden State Warriors, draftkings, player_points, Over Trae Young 25.5"; null for none.</summary>
    /// <param name="root">An event with bookmakers, in whatever shape.</param>
    public static string? FirstWithoutPrice(JsonElement root)
    {
        foreach (var book in Items(root, "bookmakers"))
        {
            foreach (var market in Items(book, "markets"))
            {
                foreach (var outcome in Items(market, "outcomes").Where(outcome => Property(outcome, "price") is not { ValueKind: JsonValueKind.Number }))
                {
                    var said = string.Join(' ', new[] { Property(outcome, "name"), Property(outcome, "description"), Property(outcome, "point") }.OfType<JsonElement>());
                    return $"{Property(root, "away_team")} @ {Property(root, "home_team")}, {Property(book, "key")}, {Property(market, "key")}, {said}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => Property(of, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static JsonElement? Property(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
}
