using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Gamebook;
using NbaProps.Simulator.Serving.InjuryReport;

namespace NbaProps.Simulator.Serving;

/// <summary>The league's PDFs: injury reports, and the short gamebooks. A file that is not there yet, or never will be, is 404.</summary>
public static class DocumentEndpoints
{
    private const string Pdf = "application/pdf";

    /// <summary>Maps them.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="moment">What is published now.</param>
    public static void MapDocuments(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        routes.MapGet("/referee/injury/{file}", (string file) => InjuryReport(file, moment()));
        routes.MapGet("/pdfs/{day}/{file}", (string day, string file) => Gamebook(day, file, moment()));
    }

    private static IResult InjuryReport(string file, LeagueMoment moment) =>
        ReportSlot.Of(file) is { } slot && ReportEdition.Of(moment, slot) is { } edition
            ? Answer.Bytes(ReportLayout.Write(slot.PublishedAt, edition), Pdf, StatusCodes.Status200OK)
            : Answer.NotThere();

    private static IResult Gamebook(string day, string file, LeagueMoment moment) =>
        DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && GameDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var gameDate)
        && moment.Season.ByDate.GetValueOrDefault(gameDate, []).FirstOrDefault(game => IsFile(game, day, file)) is { } found && moment.HasGamebook(found)
            ? Answer.Bytes(GamebookWriter.Write(moment, found), Pdf, StatusCodes.Status200OK)
            : Answer.NotThere();

    private static bool IsFile(SimulatedGame game, string day, string file) => string.Equals(file, $"{day}_{game.Scheduled.Away}{game.Scheduled.Home}.pdf", StringComparison.Ordinal);
}
