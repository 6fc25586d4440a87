using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The content network's box score of a game (boxscore) as far as it is played at a moment.</summary>
internal static class CdnBoxWriter
{
    public static void Write(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games, SimulatedGame game)
    {
        var events = games.EventsOf(moment, game);
        var box = games.BoxOf(moment, game, Feeds.BoxScoreCdn)!;
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteNumber("code", 200);
        json.WriteString("request", $"http://nba.cloud/games/{game.Scheduled.Id}/boxscore?Format=json");
        json.WriteString("time", StatusText.Eastern(moment.Now).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("game");
        Head(json, moment, game, events[^1]);
        var extras = new GameExtras(moment.IsPlaceholder(Feeds.BoxScoreCdn, game) ? [] : events);
        Team(json, "homeTeam", game, Side.Home, box, events, extras);
        Team(json, "awayTeam", game, Side.Away, box, events, extras);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, LeagueMoment moment, SimulatedGame game, PlayEvent last)
    {
        var (status, tipOff) = (moment.StatusOf(game), game.Scheduled.TipOff);
        json.WriteString("gameId", game.Scheduled.Id.ToString());
        json.WriteString("gameTimeLocal", NbaJson.EasternTime(tipOff));
        json.WriteString("gameTimeUTC", NbaJson.Stamp(tipOff));
        json.WriteString("gameTimeHome", NbaJson.EasternTime(tipOff));
        json.WriteString("gameTimeAway", NbaJson.EasternTime(tipOff));
        json.WriteString("gameEt", NbaJson.EasternTime(tipOff));
        json.WriteNumber("duration", (int)((status == GameStatus.Final ? game.Ended : moment.Now) - tipOff).TotalMinutes);
        json.WriteString("gameCode", NbaJson.GameCode(game));
        json.WriteString("gameStatusText", StatusText.Of(game, status, last));
        json.WriteNumber("gameStatus", (int)status);
        json.WriteNumber("regulationPeriods", 4);
        json.WriteNumber("period", last.Period);
        json.WriteString("gameClock", StatusText.Clock(last.Clock));
        json.WriteNumber("attendance", Crowds.Of(moment.Season, game));
        json.WriteString("sellout", "0");
        json.WriteStartObject("arena");
        json.WriteNumber("arenaId", TeamSpellings.NbaId(game.Scheduled.Home) % 100);
        json.WriteString("arenaName", NbaJson.Arena(game.Scheduled.Home));
        json.WriteString("arenaCity", TeamSpellings.City(game.Scheduled.Home));
        json.WriteString("arenaState", string.Empty);
        json.WriteString("arenaCountry", "US");
        json.WriteString("arenaTimezone", "America/New_York");
        json.WriteEndObject();
        Officials(json, Crews.Of(moment.Season, game));
    }

    private static void Officials(Utf8JsonWriter json, IReadOnlyList<Official> crew)
    {
        json.WriteStartArray("officials");
        for (var place = 0; place < crew.Count; place++)
        {
            json.WriteStartObject();
            json.WriteNumber("personId", crew[place].Code);
            json.WriteString("name", crew[place].Name);
            json.WriteString("nameI", crew[place].InitialName);
            json.WriteString("firstName", crew[place].GivenName);
            json.WriteString("familyName", crew[place].FamilyName);
            json.WriteString("jerseyNum", crew[place].Jersey.ToString(CultureInfo.InvariantCulture));
            json.WriteString("assignment", string.Create(CultureInfo.InvariantCulture, $"OFFICIAL{place + 1}"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Team(Utf8JsonWriter json, string name, SimulatedGame game, Side side, BoxScore box, IReadOnlyList<PlayEvent> events, GameExtras extras)
    {
        json.WriteStartObject(name);
        NbaJson.Team(json, game.Plan.Of(side).Team);
        json.WriteNumber("score", box.ScoreOf(side));
        var period = events[^1].Period;
        var fouls = events.Count(play => play is { Kind: PlayKind.Foul, Foul: not FoulKind.Offensive } && play.Side == side.Other() && play.Period == period);
        json.WriteString("inBonus", fouls > 4 ? "1" : "0");
        json.WriteNumber("timeoutsRemaining", PeriodScores.TimeoutsLeft(events, side));
        PeriodScores.Write(json, box, side);
        json.WriteStartArray("players");
        CdnPlayerWriter.Write(json, game, side, box, side == Side.Home ? events[^1].HomeFive : events[^1].AwayFive, extras);
        json.WriteEndArray();
        CdnTeamStatistics.Write(json, side, box, extras);
        json.WriteEndObject();
    }
}
