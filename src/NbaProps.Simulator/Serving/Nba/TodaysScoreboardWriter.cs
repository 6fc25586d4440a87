using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The content network's scoreboard (todaysScoreboard_00) as it stands at a moment. Until noon Eastern it is yesterday's.</summary>
internal static class TodaysScoreboardWriter
{
    private const int TurnsAtHour = 12;

    public static void Write(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games)
    {
        // By the clock on the wall: on the day that winter time begins, twelve hours back is not noon.
        var today = GameDate.FromInstant(moment.Now);
        var date = StatusText.Eastern(moment.Now).Hour < TurnsAtHour ? today.AddDays(-1) : today;
        var records = TeamRecords.At(moment);
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteString("request", "https://nba-prod-us-east-1-mediaops-stats.s3.amazonaws.com/NBA/liveData/scoreboard/todaysScoreboard_00.json");
        json.WriteString("time", StatusText.Eastern(moment.Now).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
        json.WriteNumber("code", 200);
        json.WriteEndObject();
        json.WriteStartObject("scoreboard");
        json.WriteString("gameDate", date.ToString());
        json.WriteString("leagueId", "00");
        json.WriteString("leagueName", "National Basketball Association");
        json.WriteStartArray("games");
        foreach (var game in moment.Season.ByDate.GetValueOrDefault(date, []).Where(moment.Knows))
        {
            Game(json, moment, games, game, records);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Game(Utf8JsonWriter json, LeagueMoment moment, PlayedGames games, SimulatedGame game, TeamRecords records)
    {
        var status = moment.StatusOf(game);
        var events = games.EventsOf(moment, game);
        var last = events.Count == 0 ? null : events[^1];
        var box = games.BoxOf(moment, game);
        var labels = GameLabels.Of(game, records);
        json.WriteStartObject();
        json.WriteString("gameId", game.Scheduled.Id.ToString());
        json.WriteString("gameCode", NbaJson.GameCode(game));
        json.WriteNumber("gameStatus", (int)status);
        json.WriteString("gameStatusText", StatusText.Of(game, status, last));
        json.WriteNumber("period", last?.Period ?? 0);
        json.WriteString("gameClock", status == GameStatus.Live ? StatusText.Clock(last!.Clock) : string.Empty);
        json.WriteString("gameTimeUTC", NbaJson.Stamp(game.Scheduled.TipOff));
        json.WriteString("gameEt", NbaJson.EasternWall(game.Scheduled.TipOff));
        json.WriteNumber("regulationPeriods", 4);
        json.WriteBoolean("ifNecessary", value: false);
        json.WriteString("seriesGameNumber", labels.Number);
        json.WriteString("gameLabel", labels.Label);
        json.WriteString("gameSubLabel", labels.SubLabel);
        json.WriteString("seriesText", labels.Series);
        NbaJson.Blank(json, "seriesConference", "poRoundDesc", "gameSubtype");
        json.WriteBoolean("isNeutral", value: false);
        Team(json, "homeTeam", game, Side.Home, box, events, records);
        Team(json, "awayTeam", game, Side.Away, box, events, records);
        json.WriteStartObject("gameLeaders");
        Leader(json, "homeLeaders", game, Side.Home, box);
        Leader(json, "awayLeaders", game, Side.Away, box);
        json.WriteEndObject();
        json.WriteStartObject("pbOdds");
        json.WriteNull("team");
        NbaJson.Decimal(json, "odds", 0);
        json.WriteNumber("suspended", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Team(Utf8JsonWriter json, string name, SimulatedGame game, Side side, BoxScore? box, IReadOnlyList<PlayEvent> events, TeamRecords records)
    {
        var team = game.Plan.Of(side).Team;
        var (wins, losses) = records.OfSeason(team);
        json.WriteStartObject(name);
        NbaJson.Team(json, team);
        json.WriteNumber("wins", wins);
        json.WriteNumber("losses", losses);
        json.WriteNumber("score", box?.ScoreOf(side) ?? 0);
        json.WriteNull("seed");
        json.WriteNull("inBonus");
        json.WriteNumber("timeoutsRemaining", PeriodScores.TimeoutsLeft(events, side));
        PeriodScores.Write(json, box, side);
        json.WriteEndObject();
    }

    private static void Leader(Utf8JsonWriter json, string name, SimulatedGame game, Side side, BoxScore? box)
    {
        var best = box?.Of(side).MaxBy(line => line.Points);
        json.WriteStartObject(name);
        json.WriteNumber("personId", best?.Player.Id.Id ?? 0);
        json.WriteString("name", best?.Player.FullName ?? string.Empty);
        json.WriteString("jerseyNum", best?.Player.Jersey.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        json.WriteString("position", best is null ? string.Empty : PlayerFields.Letter(best.Player.Position));
        json.WriteString("teamTricode", game.Plan.Of(side).Team.Value);
        json.WriteNull("playerSlug");
        json.WriteNumber("points", best?.Points ?? 0);
        json.WriteNumber("rebounds", best?.Rebounds ?? 0);
        json.WriteNumber("assists", best?.Assists ?? 0);
        json.WriteEndObject();
    }
}
