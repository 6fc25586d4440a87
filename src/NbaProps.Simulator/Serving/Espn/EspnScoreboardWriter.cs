using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>ESPN's scoreboard of a day.</summary>
internal static class EspnScoreboardWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="date">The day.</param>
    /// <param name="played">Where the games' events come from.</param>
    public static byte[] Write(LeagueMoment moment, GameDate date, PlayedGames played) => Answer.JsonBytes(json =>
    {
        json.WriteStartObject();
        WriteLeague(json, moment.Season.League.Season);
        json.WriteStartArray("events");
        foreach (var game in moment.Season.ByDate.GetValueOrDefault(date, []).Where(moment.Knows))
        {
            WriteEvent(json, game, moment.StatusOf(game), played.EventsOf(moment, game));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteLeague(Utf8JsonWriter json, Season season)
    {
        json.WriteStartArray("leagues");
        json.WriteStartObject();
        json.WriteString("id", "46");
        json.WriteString("uid", "s:40~l:46");
        json.WriteString("name", "National Basketball Association");
        json.WriteString("abbreviation", "NBA");
        json.WriteString("slug", "nba");
        json.WriteStartObject("season");
        json.WriteNumber("year", season.EndYear);
        json.WriteString("displayName", season.Label);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteEvent(Utf8JsonWriter json, SimulatedGame game, GameStatus status, IReadOnlyList<PlayEvent> events)
    {
        var (home, away) = (game.Scheduled.Home, game.Scheduled.Away);
        var id = SourceNumbers.Espn.TextOf(game.Scheduled.Id);
        var last = events.Count > 0 ? events[^1] : null;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("uid", $"s:40~l:46~e:{id}");
        json.WriteString("date", Minute(game.Scheduled.TipOff));
        json.WriteString("name", $"{TeamSpellings.SimulatedFullName(away)} at {TeamSpellings.SimulatedFullName(home)}");
        json.WriteString("shortName", $"{EspnTeams.Code(away)} @ {EspnTeams.Code(home)}");
        json.WriteStartObject("season");
        json.WriteNumber("year", game.Scheduled.Id.Season.EndYear);
        var (type, slug) = SeasonType(game.Scheduled.Id.Phase);
        json.WriteNumber("type", type);
        json.WriteString("slug", slug);
        json.WriteEndObject();
        json.WriteStartArray("competitions");
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("uid", $"s:40~l:46~e:{id}~c:{id}");
        json.WriteString("date", Minute(game.Scheduled.TipOff));
        json.WriteBoolean("timeValid", true);
        json.WriteBoolean("neutralSite", false);
        json.WriteBoolean("playByPlayAvailable", status != GameStatus.Scheduled);
        json.WriteStartArray("competitors");
        WriteSide(json, game, Side.Home, status, events);
        WriteSide(json, game, Side.Away, status, events);
        json.WriteEndArray();
        EspnStatusWriter.Write(json, game, status, last);
        json.WriteString("startDate", Minute(game.Scheduled.TipOff));
        json.WriteEndObject();
        json.WriteEndArray();
        EspnStatusWriter.Write(json, game, status, last);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, SimulatedGame game, Side side, GameStatus status, IReadOnlyList<PlayEvent> events)
    {
        var team = game.Plan.Of(side).Team;
        var number = EspnTeams.Number(team).ToString(CultureInfo.InvariantCulture);
        var periods = Periods(events, side);
        json.WriteStartObject();
        json.WriteString("id", number);
        json.WriteString("uid", $"s:40~l:46~t:{number}");
        json.WriteString("type", "team");
        json.WriteNumber("order", side == Side.Home ? 0 : 1);
        json.WriteString("homeAway", side == Side.Home ? "home" : "away");
        if (status == GameStatus.Final)
        {
            json.WriteBoolean("winner", game.Box.Winner == side);
        }

        json.WriteStartObject("team");
        json.WriteString("id", number);
        json.WriteString("uid", $"s:40~l:46~t:{number}");
        json.WriteString("location", TeamSpellings.City(team));
        json.WriteString("name", TeamSpellings.SimulatedNickname(team));
        json.WriteString("abbreviation", EspnTeams.Code(team));
        json.WriteString("displayName", TeamSpellings.SimulatedFullName(team));
        json.WriteString("shortDisplayName", TeamSpellings.SimulatedNickname(team));
        json.WriteBoolean("isActive", true);
        json.WriteEndObject();
        json.WriteString("score", periods.Sum().ToString(CultureInfo.InvariantCulture));
        if (status != GameStatus.Scheduled)
        {
            WritePeriods(json, periods);
        }

        json.WriteEndObject();
    }

    private static int[] Periods(IReadOnlyList<PlayEvent> events, Side side)
    {
        var periods = new int[events.Count > 0 ? events[^1].Period : 0];
        foreach (var play in events.Where(play => play.Side == side))
        {
            periods[play.Period - 1] += play.Points;
        }

        return periods;
    }

    private static void WritePeriods(Utf8JsonWriter json, int[] periods)
    {
        json.WriteStartArray("linescores");
        foreach (var (place, points) in periods.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("value", points);
            json.WriteString("displayValue", points.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("period", place + 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static (int Type, string Slug) SeasonType(SeasonPhase phase) => phase switch
    {
        SeasonPhase.Regular => (2, "regular-season"),
        SeasonPhase.PlayIn => (5, "play-in-season"),
        _ => (3, "post-season"),
    };

    private static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
