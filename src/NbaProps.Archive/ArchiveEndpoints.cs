using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;

namespace NbaProps.Archive;

/// <summary>The upstreams' addresses, answered from a folder.</summary>
public static class ArchiveEndpoints
{
    private const string PlayerPoints = "player_points";

    // Of these the files have the points of players: of the others no book offers anything.
    private static readonly string[] Markets = [PlayerPoints, "player_points_alternate", "spreads", "totals", "h2h"];

    /// <summary>Maps schedule, game logs, events and odds.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="folder">What is served.</param>
    /// <param name="now">The simulated moment; nothing from after it is served.</param>
    public static void MapArchive(this IEndpointRouteBuilder routes, ArchiveFolder folder, Func<DateTimeOffset> now)
    {
        routes.MapGet("/stats/scheduleleaguev2int", (HttpRequest request) => Schedule(request.Query, folder, new(now())));
        routes.MapGet("/stats/leaguegamelog", (HttpRequest request) => GameLog(request.Query, folder, new(now())));
        routes.MapGet("/v4/sports/basketball_nba/events", (HttpRequest request) => Events(request.Query, folder, new(now())));
        routes.MapGet("/v4/sports/basketball_nba/events/{id}/odds", (HttpRequest request, string id) => Odds(request.Query, id, folder, new(now())));
    }

    private static IResult Schedule(IQueryCollection query, ArchiveFolder folder, ArchiveMoment moment) =>
        !Season.TryParse(query["Season"], out var season)
            ? Results.Text("The Season property is required; accepted is a season such as 2022-23.", statusCode: 400)
            : folder.Find(season) is { } found ? Json(ScheduleResponse.Write(found, moment)) : Results.NotFound();

    private static IResult GameLog(IQueryCollection query, ArchiveFolder folder, ArchiveMoment moment)
    {
        var (asked, problem) = GameLogQuery.Of(query);
        return asked is null
            ? Results.Text(problem, statusCode: 400)
            : Json(GameLogResponse.Write(asked, folder.Find(asked.Season), moment));
    }

    private static IResult Events(IQueryCollection query, ArchiveFolder folder, ArchiveMoment moment)
    {
        if (KeyMissing(query))
        {
            return NoKey();
        }

        var from = Instant(query["commenceTimeFrom"].ToString(), DateTimeOffset.MinValue);
        var to = Instant(query["commenceTimeTo"].ToString(), DateTimeOffset.MaxValue);
        return from is null || to is null
            ? Json(OddsResponse.Error("Invalid commenceTimeFrom or commenceTimeTo: the format is YYYY-MM-DDTHH:MM:SSZ.", "INVALID_COMMENCE_TIME"), 422)
            : Json(OddsResponse.Events(Offered(folder, moment)
                .Select(offer => offer.Game)
                .Where(game => OddsResponse.CommenceTime(game) >= from && OddsResponse.CommenceTime(game) <= to)));
    }

    private static IResult Odds(IQueryCollection query, string id, ArchiveFolder folder, ArchiveMoment moment)
    {
        if (KeyMissing(query))
        {
            return NoKey();
        }

        var markets = query["markets"].ToString().Split(',');
        if (markets.Except(Markets, StringComparer.Ordinal).Any())
        {
            return Json(OddsResponse.Error($"Invalid markets: there are {string.Join(", ", Markets)}.", "INVALID_MARKET"), 422);
        }

        var offer = Offered(folder, moment).FirstOrDefault(offer => string.Equals(OddsResponse.EventId(offer.Game), id, StringComparison.Ordinal));
        return offer.Game is null
            ? Json(OddsResponse.Error("Event not found. The event may have expired or the event id may be invalid.", "EVENT_NOT_FOUND"), 404)
            : Json(OddsResponse.Odds(offer.Game, markets.Contains(PlayerPoints, StringComparer.Ordinal) ? offer.Books : [], query["oddsFormat"].ToString() is "american"));
    }

    /// <summary>Games of the moment's day that a book lists, until their tip-off.</summary>
    private static IEnumerable<(ArchiveGame Game, IReadOnlyList<BookQuotes> Books)> Offered(ArchiveFolder folder, ArchiveMoment moment)
    {
        if (moment.Now < GameDate.MinValue.At(0) || moment.Now > GameDate.MaxValue.At(0))
        {
            return [];
        }

        var today = GameDate.FromInstant(moment.Now);
        return folder.Find(Season.FromGameDate(today)) is not { } season || !moment.SeesLinesOf(today)
            ? []
            : season.Games.Where(game => game.Date == today && season.Quotes.ContainsKey(game.Id)).Select(game => (game, season.Quotes[game.Id]));
    }

    private static bool KeyMissing(IQueryCollection query) => string.IsNullOrEmpty(query["apiKey"]);

    private static IResult NoKey() => Json(OddsResponse.Error("API key is missing.", "MISSING_KEY"), 401);

    private static DateTimeOffset? Instant(string text, DateTimeOffset otherwise) =>
        text.Length == 0
            ? otherwise
            : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;

    private static IResult Json(ReadOnlyMemory<byte> body, int status = 200) => new JsonBody(body, status);

    private sealed class JsonBody(ReadOnlyMemory<byte> body, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.ContentLength = body.Length;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
