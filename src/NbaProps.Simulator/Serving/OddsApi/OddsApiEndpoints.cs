using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.OddsApi;

/// <summary>The Odds API: events and event odds of the NBA.</summary>
internal static class OddsApiEndpoints
{
    /// <summary>Credits of a month.</summary>
    public const int MonthlyCredits = 5_000_000;

    // An event is listed for the days to come that books look at, until its last buzzer.
    private const int DaysAhead = 7;

    /// <summary>Maps events and odds.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="moment">What is published.</param>
    /// <param name="credits">Credits of a month.</param>
    public static void MapOddsApi(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment, int credits = MonthlyCredits)
    {
        var (boards, quota) = (new Boards(), new OddsApiQuota(credits));
        routes.MapGet("/v4/sports/{sport}/events", (HttpContext http, string sport) => Refusal(http, sport) ?? Events(http, moment(), quota));
        routes.MapGet("/v4/sports/{sport}/events/{id}/odds", (HttpContext http, string sport, string id) => Refusal(http, sport) ?? Odds(http, id, moment(), boards, quota));
    }

    private static IResult? Refusal(HttpContext http, string sport) => string.IsNullOrEmpty(http.Request.Query["apiKey"])
        ? Error(401, "API key is missing. See https://the-odds-api.com/liveapi/guides/v4/api-error-codes.html", "MISSING_KEY")
        : sport is "basketball_nba" ? null : Error(404, "Unknown sport", "UNKNOWN_SPORT");

    private static IResult Events(HttpContext http, LeagueMoment moment, OddsApiQuota quota)
    {
        var query = http.Request.Query;
        if (Instant(query["commenceTimeFrom"].ToString(), DateTimeOffset.MinValue) is not { } from || Instant(query["commenceTimeTo"].ToString(), DateTimeOffset.MaxValue) is not { } to)
        {
            return Error(422, "Invalid commenceTimeFrom or commenceTimeTo: the format is YYYY-MM-DDTHH:MM:SSZ.", "INVALID_COMMENCE_TIME");
        }

        quota.Take(moment.Now, 0, http.Response.Headers);
        var games = Listed(moment).Where(game => game.Scheduled.TipOff >= from && game.Scheduled.TipOff <= to).OrderBy(game => game.Scheduled.TipOff).ThenBy(game => game.Scheduled.Id);
        return Answer.Json(json => OddsApiWriter.WriteEvents(json, moment, games, query["dateFormat"].ToString() is "unix"));
    }

    private static IResult Odds(HttpContext http, string id, LeagueMoment moment, Boards boards, OddsApiQuota quota)
    {
        var (query, message, code) = OddsApiQuery.Of(http.Request.Query);
        if (query is null)
        {
            return Error(422, message, code);
        }

        if (!quota.HasCredits(moment.Now))
        {
            return Error(401, "Usage quota has been reached. See usage plans at https://the-odds-api.com", "OUT_OF_USAGE_CREDITS");
        }

        if (Listed(moment).FirstOrDefault(game => string.Equals(OddsApiWriter.IdOf(game, moment.Season.League.Seed), id, StringComparison.Ordinal)) is not { } game)
        {
            return Error(404, "Event not found. The event may have expired or the event id may be invalid.", "EVENT_NOT_FOUND");
        }

        var books = BookMarkets.Of(moment, game, query, boards);
        quota.Take(moment.Now, books.SelectMany(book => book.Markets).Select(market => market.Key).Distinct(StringComparer.Ordinal).Count() * query.Regions, http.Response.Headers);
        return Answer.Json(json => OddsApiWriter.WriteOdds(json, moment, game, query, books));
    }

    private static IEnumerable<SimulatedGame> Listed(LeagueMoment moment)
    {
        var today = GameDate.FromInstant(moment.Now);
        return Enumerable.Range(-1, DaysAhead + 2)
            .SelectMany(days => moment.Season.ByDate.GetValueOrDefault(today.AddDays(days), []))
            .Where(game => !game.IsOff && moment.Knows(game) && moment.StatusOf(game) != GameStatus.Final);
    }

    private static DateTimeOffset? Instant(string text, DateTimeOffset otherwise) => text.Length == 0
        ? otherwise
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static IResult Error(int status, string message, string code) => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteString("error_code", code);
            json.WriteEndObject();
        },
        status);
}
