using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Serving.BettingPros;

/// <summary>BettingPros' interface.</summary>
internal static class BettingProsEndpoints
{
    private const string Nba = "NBA";
    private const int PointsMarket = 156;
    private const int DefaultLimit = 10;
    private const int LargestLimit = 100;

    /// <summary>Maps events and offers.</summary>
    public static void MapBettingPros(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        var boards = new Boards();
        routes.MapGet("/v3/events", (HttpRequest request) => Events(request.Query, moment()));
        routes.MapGet("/v3/offers", (HttpRequest request) => Offers(request.Query, moment(), boards));
    }

    private static IResult Events(IQueryCollection query, LeagueMoment moment) =>
        string.Equals(query["sport"], Nba, StringComparison.Ordinal) && GameDate.TryParse(query["date"].ToString(), out var date)
            ? Answer.Bytes(BettingProsEventWriter.Write(moment, date), "application/json", StatusCodes.Status200OK)
            : BadRequest("sport and date are required");

    private static IResult Offers(IQueryCollection query, LeagueMoment moment, Boards boards)
    {
        if (!string.Equals(query["sport"], Nba, StringComparison.Ordinal)
            || Whole(query, "market_id", null) is not { } market
            || Whole(query, "page", 1) is not { } page
            || Whole(query, "limit", DefaultLimit) is not { } limit)
        {
            return BadRequest("sport, market_id, page and limit must be valid");
        }

        var asked = query["event_id"].ToString().Split(':').ToHashSet(StringComparer.Ordinal);
        var games = market == PointsMarket
            ? moment.Season.Games.Where(game => asked.Contains(SourceNumbers.BettingPros.TextOf(game.Scheduled.Id)) && moment.Knows(game))
            : [];
        var offers = games.SelectMany(game => BettingProsOffer.Of(moment, game, boards)).ToArray();
        return Answer.Json(new BettingProsOffersWriter(market, offers, page, Math.Min(limit, LargestLimit)).Write);
    }

    private static int? Whole(IQueryCollection query, string name, int? otherwise) => query[name].ToString() is not { Length: > 0 } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;

    private static IResult BadRequest(string message) => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteEndObject();
        },
        StatusCodes.Status400BadRequest);
}
