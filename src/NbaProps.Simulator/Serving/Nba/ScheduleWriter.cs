using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The season's schedule (scheduleLeagueV2) as it stands at a moment. Nothing is broadcast, so that the lists of broadcasters are empty.</summary>
internal static class ScheduleWriter
{
    private static readonly string[] Broadcasters =
    [
        "nationalTvBroadcasters", "nationalRadioBroadcasters", "nationalOttBroadcasters", "homeTvBroadcasters", "homeRadioBroadcasters", "homeOttBroadcasters",
        "awayTvBroadcasters", "awayRadioBroadcasters", "awayOttBroadcasters", "intlRadioBroadcasters", "intlTvBroadcasters", "intlOttBroadcasters",
    ];

    public static void Write(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games)
    {
        var season = moment.Season.League.Season;
        var known = moment.Season.Games.Where(moment.Knows).ToArray();
        var weeks = new ScheduleWeeks(known[0].Scheduled.Date, known[^1].Scheduled.Date);
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteString("request", $"http://nba.cloud/league/00/{season}/scheduleleaguev2?Format=json");
        json.WriteString("time", NbaJson.Stamp(moment.Now));
        json.WriteEndObject();
        json.WriteStartObject("leagueSchedule");
        json.WriteString("seasonYear", season.Label);
        json.WriteString("leagueId", "00");
        json.WriteStartArray("gameDates");
        var records = new TeamRecords();
        foreach (var date in known.GroupBy(game => game.Scheduled.Date))
        {
            json.WriteStartObject();
            json.WriteString("gameDate", NbaJson.MonthFirst(date.Key) + " 00:00:00");
            json.WriteStartArray("games");
            var sequence = 0;
            foreach (var game in date)
            {
                Game(json, moment, games, game, ++sequence, weeks.Of(date.Key), records);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        weeks.Write(json);
        NbaJson.Empty(json, "broadcasterList");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Game(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games, SimulatedGame game, int sequence, int week, TeamRecords records)
    {
        var status = moment.StatusOf(game);
        if (status == GameStatus.Final)
        {
            records.Add(game);
        }

        var labels = GameLabels.Of(game, records);
        var box = games.BoxOf(moment, game);
        json.WriteStartObject();
        json.WriteString("gameId", game.Scheduled.Id.ToString());
        json.WriteString("gameCode", NbaJson.GameCode(game));
        json.WriteNumber("gameStatus", (int)status);
        json.WriteString("gameStatusText", StatusText.Of(game, status, status == GameStatus.Live ? games.EventsOf(moment, game)[^1] : null));
        json.WriteNumber("gameSequence", sequence);
        Times(json, game);
        json.WriteString("day", game.Scheduled.Date.DayOfWeek.ToString()[..3]);
        json.WriteNumber("monthNum", game.Scheduled.Date.Month);
        json.WriteNumber("weekNumber", week);
        json.WriteString("weekName", ScheduleWeeks.Name(week));
        json.WriteBoolean("ifNecessary", value: false);
        json.WriteString("seriesGameNumber", labels.Number);
        json.WriteString("gameLabel", labels.Label);
        json.WriteString("gameSubLabel", labels.SubLabel);
        json.WriteString("seriesText", labels.Series);
        json.WriteString("arenaName", NbaJson.Arena(game.Scheduled.Home));
        json.WriteString("arenaState", string.Empty);
        json.WriteString("arenaCity", TeamSpellings.City(game.Scheduled.Home));
        json.WriteString("postponedStatus", game.Postponement switch { Postponement.None => "N", Postponement.Open => "Y", _ => "A" });
        NbaJson.Blank(json, "branchLink", "gameSubtype");
        json.WriteBoolean("isNeutral", value: false);
        json.WriteStartObject("broadcasters");
        NbaJson.Empty(json, Broadcasters);
        json.WriteEndObject();
        Team(json, "homeTeam", game, Side.Home, box, records);
        Team(json, "awayTeam", game, Side.Away, box, records);
        Leaders(json, status == GameStatus.Final ? game.Box : null);
        json.WriteEndObject();
    }

    private static void Times(Utf8JsonWriter json, SimulatedGame game)
    {
        var (date, tipOff) = (game.Scheduled.Date, game.Scheduled.TipOff);
        var (wall, utc) = (NbaJson.EasternWall(tipOff), NbaJson.Stamp(tipOff));
        json.WriteString("gameDateEst", $"{date}T00:00:00Z");
        json.WriteString("gameTimeEst", $"1900-01-01{wall[10..]}");
        json.WriteString("gameDateTimeEst", wall);
        json.WriteString("gameDateUTC", NbaJson.Stamp(date.At(0)));
        json.WriteString("gameTimeUTC", $"1900-01-01{utc[10..]}");
        json.WriteString("gameDateTimeUTC", utc);
        json.WriteString("awayTeamTime", NbaJson.EasternWall(tipOff.AddHours(-Divisions.HoursWest(game.Scheduled.Away))));
        json.WriteString("homeTeamTime", NbaJson.EasternWall(tipOff.AddHours(-Divisions.HoursWest(game.Scheduled.Home))));
    }

    private static void Team(Utf8JsonWriter json, string name, SimulatedGame game, Side side, BoxScore? box, TeamRecords records)
    {
        var team = game.Plan.Of(side).Team;
        var (wins, losses) = records.Of(game, team);
        json.WriteStartObject(name);
        NbaJson.Team(json, team);
        json.WriteString("teamSlug", NbaJson.Slug(team));
        json.WriteNumber("wins", wins);
        json.WriteNumber("losses", losses);
        json.WriteNumber("score", box?.ScoreOf(side) ?? 0);
        json.WriteNumber("seed", 0);
        json.WriteEndObject();
    }

    // Everybody who has as many points as nobody else has more.
    private static void Leaders(Utf8JsonWriter json, BoxScore? box)
    {
        json.WriteStartArray("pointsLeaders");
        foreach (var line in box?.Players.Where(line => line.Points == box.Players.Max(other => other.Points)) ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("personId", line.Player.Id.Id);
            json.WriteString("firstName", line.Player.GivenName);
            json.WriteString("lastName", line.Player.LastName);
            var team = box!.Plan.Of(line.Side).Team;
            json.WriteNumber("teamId", TeamSpellings.NbaId(team));
            json.WriteString("teamCity", TeamSpellings.City(team));
            json.WriteString("teamName", TeamSpellings.SimulatedNickname(team));
            json.WriteString("teamTricode", team.Value);
            NbaJson.Decimal(json, "points", line.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
