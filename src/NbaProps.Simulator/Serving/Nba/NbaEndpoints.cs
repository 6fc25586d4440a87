using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The league's own addresses: stats.nba.com, cdn.nba.com and official.nba.com.</summary>
public static class NbaEndpoints
{
    private const string Static = "/static/json";

    /// <summary>Maps them.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="moment">What is published now.</param>
    public static void MapNba(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        var games = new PlayedGames();
        routes.MapGet("/stats/scheduleleaguev2int", (HttpRequest request) => Schedule(request.Query, moment(), games));
        routes.MapGet("/stats/scoreboardV2", (HttpRequest request) => Scoreboard(request.Query, moment(), games));
        routes.MapGet("/stats/leaguegamelog", (HttpRequest request) => GameLog(request.Query, moment()));
        routes.MapGet("/stats/boxscoretraditionalv3", (HttpRequest request) => Traditional(request.Query, moment()));
        routes.MapGet("/stats/boxscoretraditionalv2", (HttpRequest request) => TraditionalSets(request.Query, moment()));
        routes.MapGet("/stats/playerindex", (HttpRequest request) => PlayerIndex(request.Query, moment()));
        routes.MapGet("/js/data/playermovement/NBA_Player_Movement.json", () => Answer.Json(json => PlayerMovementWriter.Write(json, moment())));
        routes.MapGet($"{Static}/staticData/scheduleLeagueV2_1.json", () => Answer.Json(json => ScheduleWriter.Write(json, moment(), games)));
        routes.MapGet($"{Static}/liveData/scoreboard/todaysScoreboard_00.json", () => Answer.Json(json => TodaysScoreboardWriter.Write(json, moment(), games)));
        routes.MapGet($"{Static}/liveData/boxscore/boxscore_{{id}}.json", (string id) => Begun(id, moment(), (now, game) => Answer.Json(json => CdnBoxWriter.Write(json, now, games, game))));
        routes.MapGet($"{Static}/liveData/playbyplay/playbyplay_{{id}}.json", (string id) => Begun(id, moment(), (now, game) => Answer.Json(json => PlayByPlayWriter.Write(json, now, games, game))));
        routes.MapGet("/wp-json/api/v1/get-game-officials", (HttpRequest request) => Officials(request.Query, moment()));
    }

    private static IResult Schedule(IQueryCollection query, LeagueMoment moment, PlayedGames games) =>
        !Season.TryParse(query["Season"], out var season)
            ? Refused("The Season property is required; accepted is a season such as 2025-26.")
            : season != moment.Season.League.Season ? Answer.NotThere() : Answer.Json(json => ScheduleWriter.Write(json, moment, games));

    private static IResult Scoreboard(IQueryCollection query, LeagueMoment moment, PlayedGames games) =>
        GameLogQuery.TryDate(query["GameDate"].ToString(), out var date) && date is { } day
            ? Answer.Json(ScoreboardV2Writer.Of(moment, games, day).Write)
            : Refused("The field GameDate is a date MM/DD/YYYY.");

    private static IResult GameLog(IQueryCollection query, LeagueMoment moment)
    {
        var (asked, problem) = GameLogQuery.Of(query);
        return asked is null ? Refused(problem) : Answer.Json(GameLogWriter.Of(asked, moment).Write);
    }

    private static IResult Traditional(IQueryCollection query, LeagueMoment moment) => !GameId.TryParse(query["GameID"], out var id)
        ? Refused("The GameID property is required; accepted are ten digits.")
        : Over(id, moment) is { } game ? Answer.Json(json => TraditionalBoxWriter.Write(json, moment, game)) : Answer.NotThere();

    private static IResult TraditionalSets(IQueryCollection query, LeagueMoment moment) => !GameId.TryParse(query["GameID"], out var id)
        ? Refused("The GameID property is required; accepted are ten digits.")
        : Answer.Json(TraditionalBoxSets.Of(Over(id, moment), id.ToString()).Write);

    private static IResult PlayerIndex(IQueryCollection query, LeagueMoment moment) => Season.TryParse(query["Season"], out var season)
        ? Answer.Json(PlayerIndexWriter.Of(season, moment).Write)
        : Refused("The Season property is required; accepted is a season such as 2025-26.");

    private static IResult Officials(IQueryCollection query, LeagueMoment moment) => GameDate.TryParse(query["date"], out var date)
        ? Answer.Json(json => OfficialsWriter.Write(json, moment, date))
        : Refused("date is a date YYYY-MM-DD.");

    private static SimulatedGame? Over(GameId id, LeagueMoment moment) => moment.Season.ById.TryGetValue(id, out var game) && moment.HasBoxScore(game) ? game : null;

    // The content network has a game's files from its start on.
    private static IResult Begun(string id, LeagueMoment moment, Func<LeagueMoment, SimulatedGame, IResult> answer) =>
        GameId.TryParse(id, out var key) && moment.Season.ById.TryGetValue(key, out var game) && moment.StatusOf(game) != GameStatus.Scheduled
            ? answer(moment, game)
            : Answer.NotThere();

    private static IResult Refused(string problem) => Results.Text(problem, statusCode: StatusCodes.Status400BadRequest);
}
