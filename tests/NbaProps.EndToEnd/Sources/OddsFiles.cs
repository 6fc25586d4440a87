using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>
/// The Odds API and BettingPros. Events and lines of games are real ones with this game's values; of points lines and of BettingPros' offers no real sample is to
/// be had, they have the documented shape. A line stands at eighteen and a half points for each of who played.
/// </summary>
internal sealed class OddsFiles(Payloads payloads, RealGame real)
{
    private const double Points = 18.5;

    /// <summary>The events of a date that have not begun.</summary>
    public JsonNode Events(GameDate date, DateTimeOffset now)
    {
        var like = payloads.Json("odds_api/historical_events_2024-01-25.json")["data"]![0]!;
        return new JsonArray([.. Nights.Of(date).Where(game => now < game.TipOff).Select(game => Event(like.DeepClone(), game))]);
    }

    public JsonNode GameLines(NightGame game, DateTimeOffset now)
    {
        var one = Event(payloads.Json("odds_api/historical_game_lines.json")["data"]!.DeepClone(), game);
        foreach (var book in one["bookmakers"]!.AsArray())
        {
            book!["last_update"] = NightGame.Stamp(now.AddMinutes(-5));
            foreach (var market in book["markets"]!.AsArray())
            {
                market!["last_update"] = NightGame.Stamp(now.AddMinutes(-5));
                foreach (var outcome in market["outcomes"]!.AsArray())
                {
                    // The real sample has decimal prices; American ones are asked for.
                    outcome!["price"] = -110;
                    outcome["name"] = (string)outcome["name"]! switch
                    {
                        "Atlanta Hawks" => TeamSpellings.FullName(game.Away),
                        "Golden State Warriors" => TeamSpellings.FullName(game.Home),
                        var other => other,
                    };
                }
            }
        }

        return one;
    }

    public JsonNode PlayerPoints(NightGame game, DateTimeOffset now)
    {
        var one = Event(payloads.Json("odds_api/historical_game_lines.json")["data"]!.DeepClone(), game);
        one["bookmakers"] = new JsonArray(new JsonObject
        {
            ["key"] = "draftkings",
            ["title"] = "DraftKings",
            ["markets"] = new JsonArray(new JsonObject
            {
                ["key"] = "player_points",
                ["last_update"] = NightGame.Stamp(now.AddMinutes(-5)),
                ["outcomes"] = new JsonArray([.. Players(game).SelectMany(player => new[] { "Over", "Under" }.Select(side => new JsonObject
                {
                    ["name"] = side, ["description"] = player, ["price"] = -110, ["point"] = Points,
                }))]),
            }),
        });
        return one;
    }

    public JsonNode BettingProsEvents(GameDate date, DateTimeOffset now)
    {
        var file = payloads.Json("bettingpros/events_2021-10-21.json");
        var like = file["events"]![0]!;
        file["events"] = new JsonArray([.. Nights.Of(date).Where(game => now < game.TipOff).Select(game =>
        {
            var one = like.DeepClone();
            (one["id"], one["scheduled"], one["season"], one["status"]) = (game.Number, UtcWords(game.TipOff), 2025, "scheduled");
            (one["home"], one["visitor"]) = (game.Home.Value, game.Away.Value);
            return one;
        })]);
        return file;
    }

    public JsonNode BettingProsOffers(IReadOnlyList<NightGame> games, DateTimeOffset now) => new JsonObject
    {
        ["offers"] = new JsonArray([.. games.SelectMany(game => Players(game).Select((name, index) => new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"o{game.Number}-{index}"),
            ["market_id"] = 156,
            ["event_id"] = game.Number,
            ["player_id"] = index + 1,
            ["participants"] = new JsonArray(new JsonObject { ["id"] = (index + 1).ToString(CultureInfo.InvariantCulture), ["name"] = name }),
            ["selections"] = new JsonArray([.. new[] { "over", "under" }.Select((side, at) => new JsonObject
            {
                ["id"] = at + 1,
                ["selection"] = side,
                ["books"] = new JsonArray(new JsonObject
                {
                    ["id"] = 12,
                    ["lines"] = new JsonArray(new JsonObject { ["line"] = Points, ["cost"] = -110, ["active"] = true, ["updated"] = UtcWords(now.AddMinutes(-5)) }),
                }),
            })]),
        }))]),
        ["markets"] = new JsonArray(),
        ["_pagination"] = new JsonObject { ["page"] = 1, ["total_pages"] = 1 },
    };

    /// <summary>The Odds API's id of a game.</summary>
    public static string EventId(NightGame game) => $"event{game.Id}";

    private static JsonNode Event(JsonNode one, NightGame game)
    {
        (one["id"], one["commence_time"]) = (EventId(game), game.Start);
        (one["home_team"], one["away_team"]) = (TeamSpellings.FullName(game.Home), TeamSpellings.FullName(game.Away));
        return one;
    }

    private IEnumerable<string> Players(NightGame game) => real.Lines(game, home: true).Concat(real.Lines(game, home: false)).Where(line => line.Played).Select(line => line.Name);

    private static string UtcWords(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
