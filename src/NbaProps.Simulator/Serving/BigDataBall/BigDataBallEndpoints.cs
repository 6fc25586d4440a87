using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.BigDataBall;

/// <summary>BigDataBall's folder of Google Drive: search by name, and download.</summary>
internal static partial class BigDataBallEndpoints
{
    private const string Files = "/drive/v3/files";
    private const int DefaultPage = 100;

    /// <summary>Maps search and download.</summary>
    public static void MapBigDataBall(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        var played = new PlayedGames();
        routes.MapGet(Files, (HttpRequest request) => Search(request.Query, moment()));
        routes.MapGet(Files + "/{id}", (HttpRequest request, string id) => File(request.Query, id, moment(), played));
    }

    /// <summary>Drive's id of a game's file: 33 characters, the first a 1.</summary>
    public static string IdOf(SimulatedGame game, long seed) =>
        "1" + ContentHash.Of("drive-file", seed.ToString(CultureInfo.InvariantCulture), game.Scheduled.Id.ToString())[..32];

    private static IResult Search(IQueryCollection query, LeagueMoment moment)
    {
        var asked = NameContains().Match(query["q"].ToString());
        if (query["q"].Count > 0 && !asked.Success)
        {
            return Error(400, "invalid", "Invalid Value");
        }

        var size = int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and <= 1000 ? given : DefaultPage;
        var part = asked.Groups["part"].Value.Replace("\\'", "'", StringComparison.Ordinal);
        var found = moment.Season.Games
            .Where(game => PlayFile.NameOf(game).Contains(part, StringComparison.OrdinalIgnoreCase) && moment.HasBigDataBall(game))
            .OrderByDescending(moment.BigDataBallAt)
            .Take(size);
        return Answer.Json(json => WriteFiles(json, found, moment));
    }

    private static IResult File(IQueryCollection query, string id, LeagueMoment moment, PlayedGames played)
    {
        var game = moment.Season.Games.FirstOrDefault(game => string.Equals(IdOf(game, moment.Season.League.Seed), id, StringComparison.Ordinal) && moment.HasBigDataBall(game));
        if (game is null)
        {
            return Error(404, "notFound", $"File not found: {id}.");
        }

        return query["alt"].ToString() is "media"
            ? Answer.Bytes(PlayFile.Write(game, played.EventsOf(moment, game)), "text/csv", StatusCodes.Status200OK)
            : Answer.Json(json => WriteFile(json, game, moment));
    }

    private static void WriteFiles(Utf8JsonWriter json, IEnumerable<SimulatedGame> games, LeagueMoment moment)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var game in games)
        {
            WriteFile(json, game, moment);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, SimulatedGame game, LeagueMoment moment)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(game, moment.Season.League.Seed));
        json.WriteString("name", PlayFile.NameOf(game));
        json.WriteString("modifiedTime", moment.BigDataBallAt(game).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static IResult Error(int status, string reason, string message) => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteNumber("code", status);
            json.WriteString("message", message);
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteString("domain", "global");
            json.WriteString("reason", reason);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        },
        status);

    [GeneratedRegex(@"name contains '(?<part>([^'\\]|\\')*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameContains();
}
