using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.BallDontLie;

/// <summary>balldontlie's games, with and without the players' lines.</summary>
/// <param name="moment">The moment.</param>
/// <param name="played">Where the games' events come from.</param>
internal sealed class BallDontLieGameWriter(LeagueMoment moment, PlayedGames played)
{
    /// <summary>Writes a game as the list of games has it.</summary>
    public void Write(Utf8JsonWriter json, SimulatedGame game)
    {
        var events = played.EventsOf(moment, game);
        json.WriteStartObject();
        json.WriteNumber("id", SourceNumbers.BallDontLie.Of(game.Scheduled.Id));
        json.WriteString("date", game.Scheduled.Date.ToString());
        WriteProgress(json, game, events);
        json.WriteString("datetime", Instant(game.Scheduled.TipOff));
        WriteTeam(json, "home_team", game, Side.Home, lines: null);
        WriteTeam(json, "visitor_team", game, Side.Away, lines: null);
        json.WriteEndObject();
    }

    /// <summary>Writes a game as the box scores have it.</summary>
    public void WriteBoxScore(Utf8JsonWriter json, SimulatedGame game)
    {
        var events = played.EventsOf(moment, game);
        var box = played.BoxOf(moment, game, Feeds.BoxScoresBallDontLie);
        json.WriteStartObject();
        json.WriteNumber("id", SourceNumbers.BallDontLie.Of(game.Scheduled.Id));
        json.WriteString("date", game.Scheduled.Date.ToString());
        json.WriteString("datetime", Instant(game.Scheduled.TipOff));
        WritePeriods(json, "home", events, Side.Home);
        WritePeriods(json, "visitor", events, Side.Away);
        WriteProgress(json, game, events);
        WriteTeam(json, "home_team", game, Side.Home, box?.Of(Side.Home) ?? []);
        WriteTeam(json, "visitor_team", game, Side.Away, box?.Of(Side.Away) ?? []);
        json.WriteEndObject();
    }

    private void WriteProgress(Utf8JsonWriter json, SimulatedGame game, IReadOnlyList<PlayEvent> events)
    {
        var status = moment.StatusOf(game);
        var last = events.Count > 0 ? events[^1] : null;
        json.WriteNumber("season", game.Scheduled.Id.Season.StartYear);
        json.WriteString("status", status switch
        {
            GameStatus.Scheduled when game.IsOff => "Postponed",
            GameStatus.Scheduled => game.Scheduled.TipOff.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            GameStatus.Live => last is { Kind: PlayKind.PeriodEnd, Period: 2 } ? "Halftime" : Quarter(last?.Period ?? 1),
            _ => "Final",
        });
        json.WriteNumber("period", last?.Period ?? 0);
        if (status == GameStatus.Scheduled)
        {
            json.WriteNull("time");
        }
        else
        {
            json.WriteString("time", status == GameStatus.Final ? "Final" : Clock(last));
        }

        json.WriteBoolean("postseason", game.Scheduled.Id.Phase == SeasonPhase.Playoffs);
        json.WriteNumber("home_team_score", last?.HomeScore ?? 0);
        json.WriteNumber("visitor_team_score", last?.AwayScore ?? 0);
    }

    private static void WriteTeam(Utf8JsonWriter json, string name, SimulatedGame game, Side side, IEnumerable<PlayerCounts>? lines)
    {
        json.WriteStartObject(name);
        BallDontLieTeamWriter.Write(json, game.Plan.Of(side).Team);
        if (lines is not null)
        {
            json.WriteStartArray("players");
            foreach (var line in lines)
            {
                BallDontLiePlayerWriter.WriteLine(json, line);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Four quarters and three overtimes; what was not played is null.
    private static void WritePeriods(Utf8JsonWriter json, string side, IReadOnlyList<PlayEvent> events, Side whose)
    {
        for (var period = 1; period <= 7; period++)
        {
            var name = period <= 4 ? string.Create(CultureInfo.InvariantCulture, $"{side}_q{period}") : string.Create(CultureInfo.InvariantCulture, $"{side}_ot{period - 4}");
            if (events.Count > 0 && events[^1].Period >= period)
            {
                json.WriteNumber(name, events.Where(play => play.Period == period && play.Side == whose).Sum(play => play.Points));
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    private static string Quarter(int period) => period switch
    {
        1 => "1st Qtr",
        2 => "2nd Qtr",
        3 => "3rd Qtr",
        4 => "4th Qtr",
        _ => string.Create(CultureInfo.InvariantCulture, $"{period - 4}OT"),
    };

    private static string Clock(PlayEvent? last) => last is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{(last.Period <= 4 ? "Q" : "OT")}{(last.Period <= 4 ? last.Period : last.Period - 4)} {last.Clock / 60}:{last.Clock % 60:00}");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
