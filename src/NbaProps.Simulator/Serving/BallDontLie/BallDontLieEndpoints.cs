using System.Globalization;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.BallDontLie;

/// <summary>balldontlie's interface.</summary>
internal static class BallDontLieEndpoints
{
    private const int DefaultPage = 25;
    private const int LargestPage = 100;

    /// <summary>Maps games, box scores and injuries.</summary>
    public static void MapBallDontLie(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        var played = new PlayedGames();
        routes.MapGet("/v1/games", (HttpRequest request) => Games(request.Query, moment(), played));
        routes.MapGet("/v1/box_scores", (HttpRequest request) => BoxScores(request.Query, moment(), played));
        routes.MapGet("/v1/player_injuries", (HttpRequest request) => Injuries(request.Query, moment()));
    }

    private static IResult Games(IQueryCollection query, LeagueMoment moment, PlayedGames played)
    {
        var dates = query["dates[]"].OfType<string>().ToArray();
        var seasons = query["seasons[]"].OfType<string>().ToArray();
        var (start, end) = (query["start_date"].ToString(), query["end_date"].ToString());
        if (PageOf(query) is not var (size, cursor)
            || dates.Append(start).Append(end).Any(date => date.Length > 0 && !GameDate.TryParse(date, out _))
            || seasons.Any(season => !int.TryParse(season, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return BadRequest();
        }

        var games = moment.Season.Games
            .Where(game => moment.Knows(game)
                && (dates.Length == 0 || dates.Contains(game.Scheduled.Date.ToString(), StringComparer.Ordinal))
                && (seasons.Length == 0 || seasons.Contains(game.Scheduled.Id.Season.StartYear.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal))
                && (start.Length == 0 || game.Scheduled.Date >= GameDate.Parse(start))
                && (end.Length == 0 || game.Scheduled.Date <= GameDate.Parse(end)))
            .OrderBy(NumberOf);
        var writer = new BallDontLieGameWriter(moment, played);
        return Page(games, NumberOf, writer.Write, size, cursor);
    }

    private static IResult BoxScores(IQueryCollection query, LeagueMoment moment, PlayedGames played)
    {
        if (!GameDate.TryParse(query["date"].ToString(), out var date))
        {
            return BadRequest();
        }

        var writer = new BallDontLieGameWriter(moment, played);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            WriteData(json, moment.Season.ByDate.GetValueOrDefault(date, []).Where(moment.Knows), writer.WriteBoxScore);
            json.WriteEndObject();
        });
    }

    private static IResult Injuries(IQueryCollection query, LeagueMoment moment)
    {
        if (PageOf(query) is not var (size, cursor))
        {
            return BadRequest();
        }

        return Page(
            KnownInjuries.Of(moment).Values.OrderBy(NumberOf), NumberOf, BallDontLieInjuryWriter.Write, size, cursor);
    }

    private static long NumberOf(SimulatedGame game) => SourceNumbers.BallDontLie.Of(game.Scheduled.Id);

    private static long NumberOf(KnownInjury injury) => SourceNumbers.BallDontLie.Of(injury.Absence.Player.Id);

    // A page ends with a number, and the next one begins above it; the last page names none.
    private static IResult Page<T>(IEnumerable<T> inOrder, Func<T, long> numberOf, Action<Utf8JsonWriter, T> write, int size, long cursor)
    {
        var rest = inOrder.Where(one => numberOf(one) > cursor).Take(size + 1).ToArray();
        var page = rest.Take(size).ToArray();
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            WriteData(json, page, write);
            json.WriteStartObject("meta");
            if (rest.Length > size)
            {
                json.WriteNumber("next_cursor", numberOf(page[^1]));
            }

            json.WriteNumber("per_page", size);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteData<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray("data");
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static (int Size, long Cursor)? PageOf(IQueryCollection query)
    {
        var (size, cursor) = (query["per_page"].ToString(), query["cursor"].ToString());
        var (many, from) = (DefaultPage, 0L);
        return (size.Length == 0 || (int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out many) && many is > 0 and <= LargestPage))
            && (cursor.Length == 0 || long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            ? (many, from)
            : null;
    }

    private static IResult BadRequest() => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("error", "Bad Request");
            json.WriteEndObject();
        },
        StatusCodes.Status400BadRequest);
}
