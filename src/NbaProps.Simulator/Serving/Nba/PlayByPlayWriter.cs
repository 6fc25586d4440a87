using System.Globalization;
using System.Text.Json;

using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The content network's play-by-play of a game (playbyplay) up to a moment.</summary>
internal static class PlayByPlayWriter
{
    public static void Write(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games, SimulatedGame game)
    {
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteNumber("code", 200);
        json.WriteString("request", $"http://nba.cloud/games/{game.Scheduled.Id}/playbyplay?Format=json");
        json.WriteString("time", StatusText.Eastern(moment.Now).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("game");
        json.WriteString("gameId", game.Scheduled.Id.ToString());
        json.WriteStartArray("actions");
        var actions = new ActionWriter(json, game, Crews.Of(moment.Season, game));
        var events = games.EventsOf(moment, game);
        for (var place = 0; place < events.Count; place++)
        {
            actions.Write(events, place);
        }

        if (moment.StatusOf(game) == GameStatus.Final)
        {
            actions.GameEnd(events[^1]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
