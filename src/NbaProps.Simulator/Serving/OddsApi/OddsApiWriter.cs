using System.Globalization;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.OddsApi;

/// <summary>The Odds API's events and their odds.</summary>
internal static class OddsApiWriter
{
    /// <summary>The id of a game's event: 32 hexadecimal digits.</summary>
    public static string IdOf(SimulatedGame game, long seed) => ContentHash.Of("odds-api-event", seed.ToString(CultureInfo.InvariantCulture), game.Scheduled.Id.ToString())[..32];

    /// <summary>Writes a list of events.</summary>
    public static void WriteEvents(Utf8JsonWriter json, LeagueMoment moment, IEnumerable<SimulatedGame> games, bool unix)
    {
        json.WriteStartArray();
        foreach (var game in games)
        {
            json.WriteStartObject();
            WriteEvent(json, moment, game, unix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an event with its books' markets.</summary>
    public static void WriteOdds(Utf8JsonWriter json, LeagueMoment moment, SimulatedGame game, OddsApiQuery query, IReadOnlyList<BookMarkets> books)
    {
        json.WriteStartObject();
        WriteEvent(json, moment, game, query.Unix);
        json.WriteStartArray("bookmakers");
        foreach (var (book, markets) in books)
        {
            json.WriteStartObject();
            json.WriteString("key", book.Key);
            json.WriteString("title", book.Title);
            json.WriteStartArray("markets");
            foreach (var market in markets)
            {
                json.WriteStartObject();
                json.WriteString("key", market.Key);
                WriteTime(json, "last_update", market.Updated, query.Unix);
                json.WriteStartArray("outcomes");
                foreach (var outcome in market.Outcomes)
                {
                    WriteOutcome(json, outcome, query.American);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, LeagueMoment moment, SimulatedGame game, bool unix)
    {
        json.WriteString("id", IdOf(game, moment.Season.League.Seed));
        json.WriteString("sport_key", "basketball_nba");
        json.WriteString("sport_title", "NBA");
        WriteTime(json, "commence_time", game.Scheduled.TipOff, unix);
        json.WriteString("home_team", TeamSpellings.SimulatedFullName(game.Scheduled.Home));
        json.WriteString("away_team", TeamSpellings.SimulatedFullName(game.Scheduled.Away));
    }

    private static void WriteOutcome(Utf8JsonWriter json, MarketOutcome outcome, bool american)
    {
        json.WriteStartObject();
        json.WriteString("name", outcome.Name);
        if (outcome.Description is { } description)
        {
            json.WriteString("description", description);
        }

        json.WriteNumber("price", american ? outcome.Price.Value : decimal.Round(outcome.Price.ToDecimal().Value, 2));
        if (outcome.Point is { } point)
        {
            json.WriteNumber("point", point);
        }

        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset instant, bool unix)
    {
        if (unix)
        {
            json.WriteNumber(name, instant.ToUnixTimeSeconds());
        }
        else
        {
            json.WriteString(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }
}
