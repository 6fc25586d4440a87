using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.BettingPros;

/// <summary>BettingPros' events of a day.</summary>
internal static class BettingProsEventWriter
{
    /// <summary>Writes them.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="date">The day.</param>
    public static byte[] Write(LeagueMoment moment, GameDate date) => Answer.JsonBytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("_parameters");
        json.WriteString("sport", "NBA");
        json.WriteString("date", date.ToString());
        json.WriteString("direction", "asc");
        json.WriteEndObject();
        json.WriteStartArray("events");
        foreach (var game in moment.Season.ByDate.GetValueOrDefault(date, []).Where(moment.Knows))
        {
            WriteEvent(json, game, moment.StatusOf(game));
        }

        json.WriteEndArray();
        json.WriteNumber("ts", moment.Now.ToUnixTimeSeconds());
        json.WriteString("utc", Instant(moment.Now));
        json.WriteEndObject();
    });

    /// <summary>BettingPros' code of a team: "PHO".</summary>
    public static string Code(TeamTricode team) =>
        TeamSpellings.All(TeamSource.BettingPros).First(spelling => TeamSpellings.TryResolve(TeamSource.BettingPros, spelling, out var meant) && meant == team);

    /// <summary>An instant as BettingPros writes it, UTC: "2021-10-21 23:30:00".</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A name in an address: "los-angeles-comets".</summary>
    public static string Slug(string name) => string.Concat(name.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')).Replace(' ', '-');

    private static void WriteEvent(Utf8JsonWriter json, SimulatedGame game, GameStatus status)
    {
        var (home, away) = (game.Scheduled.Home, game.Scheduled.Away);
        json.WriteStartObject();
        json.WriteNumber("id", SourceNumbers.BettingPros.Of(game.Scheduled.Id));
        json.WriteString("sport", "NBA");
        json.WriteString("scheduled", Instant(game.Scheduled.TipOff));
        json.WriteNumber("season", game.Scheduled.Id.Season.StartYear);
        json.WriteString("season_type", game.Scheduled.Id.Phase == SeasonPhase.Playoffs ? "PST" : "REG");
        json.WriteNull("event_name");
        json.WriteString("status", status switch { GameStatus.Scheduled => game.IsOff ? "postponed" : "scheduled", GameStatus.Live => "inprogress", _ => "closed" });
        json.WriteString("home", Code(home));
        json.WriteString("visitor", Code(away));
        json.WriteString(
            "link", $"/nba/matchups/{Slug(TeamSpellings.SimulatedFullName(home))}-vs-{Slug(TeamSpellings.SimulatedFullName(away))}/?date={game.Scheduled.Date}");
        json.WriteStartArray("participants");
        WriteTeam(json, home);
        WriteTeam(json, away);
        json.WriteEndArray();
        if (status == GameStatus.Final)
        {
            WriteResults(json, game);
        }

        json.WriteEndObject();
    }

    private static void WriteTeam(Utf8JsonWriter json, TeamTricode team)
    {
        json.WriteStartObject();
        json.WriteString("id", Code(team));
        json.WriteString("name", TeamSpellings.SimulatedNickname(team));
        json.WriteStartObject("team");
        json.WriteString("city", TeamSpellings.City(team));
        json.WriteString("abbreviation", Code(team));
        json.WriteString("conference", Clubs.Conference(team) + "ern");
        json.WriteString("division", Clubs.Division(team));
        json.WriteString("slug", Slug(TeamSpellings.SimulatedFullName(team)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, SimulatedGame game)
    {
        json.WriteStartObject("results");
        json.WriteStartArray("outcomes");
        json.WriteStartObject();
        json.WriteString("label", "event");
        json.WriteString("winner", Code(game.Plan.Of(game.Box.Winner).Team));
        json.WriteStartArray("scores");
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            json.WriteStartObject();
            json.WriteString("participant", Code(game.Plan.Of(side).Team));
            json.WriteNumber("score", game.Box.ScoreOf(side));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
