using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>ESPN's interface and pages.</summary>
internal static class EspnEndpoints
{
    private const string Nba = "/apis/site/v2/sports/basketball/nba";

    /// <summary>Maps scoreboard, rosters and pages of box scores.</summary>
    public static void MapEspn(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        var played = new PlayedGames();
        routes.MapGet(Nba + "/scoreboard", (HttpRequest request) => Scoreboard(request.Query, moment(), played));
        routes.MapGet(Nba + "/teams/{team}", (HttpRequest request, string team) => Team(request.Query, team, moment()));
        routes.MapGet("/nba/boxscore", (HttpRequest request) => BoxScore(request.Query, moment(), played));
    }

    private static IResult Scoreboard(IQueryCollection query, LeagueMoment moment, PlayedGames played)
    {
        var asked = query["dates"].ToString();
        return DateOf(asked, moment) is { } date
            ? Answer.Bytes(EspnScoreboardWriter.Write(moment, date, played), "application/json", StatusCodes.Status200OK)
            : Error(400, $"Failed to parse date: {asked}");
    }

    // Without a date the day on which it is asked; a day ends with its last games.
    private static GameDate? DateOf(string asked, LeagueMoment moment) => asked.Length == 0
        ? GameDate.FromInstant(moment.Now)
        : DateOnly.TryParseExact(asked, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && GameDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var day)
            ? day
            : null;

    // Without enable=roster the page of the team has no players, and nobody asks for it.
    private static IResult Team(IQueryCollection query, string text, LeagueMoment moment) =>
        EspnTeams.Find(text) is { } team && moment.Season.League.Rosters.ContainsKey(team) && query["enable"].ToString().Split(',').Contains("roster", StringComparer.Ordinal)
            ? Answer.Bytes(EspnRosterWriter.Write(moment, team), "application/json", StatusCodes.Status200OK)
            : Error(404, "Team not found.");

    private static IResult BoxScore(IQueryCollection query, LeagueMoment moment, PlayedGames played)
    {
        var id = query["gameId"].ToString();
        var game = moment.Season.Games.FirstOrDefault(game => string.Equals(SourceNumbers.Espn.TextOf(game.Scheduled.Id), id, StringComparison.Ordinal));
        return game is not null && moment.Knows(game) ? Answer.Text(EspnBoxScorePage.Write(game, played.BoxOf(moment, game, Feeds.BoxScoreEspn)), "text/html; charset=utf-8") : Answer.NotThere();
    }

    private static IResult Error(int code, string message) => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteNumber("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        },
        code);
}
