using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Nba;

/// <summary>
/// Fetches the newest injury report that was there at the moment. The league states it in the file's name: by the hour, and since 23 December 2025 by the
/// quarter of an hour. The newest slot is tried first, then those before it.
/// </summary>
/// <param name="pdfs">What takes the text out of PDFs.</param>
public sealed partial class InjuryReportScraper(IPdfText pdfs) : IScraper
{
    private const int HoursBack = 6;

    private static readonly GameDate Quarters = new(2025, 12, 23);

    private static readonly PdfContract Contract = new("an injury report", ["Player Name", "Current Status"], Title(), "a title such as Injury Report: 01/04/24 12:30 PM") { HasPageNumbers = true };

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.InjuryReport;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        foreach (var address in Addresses(context.AsOf))
        {
            if (await context.Upstream.GetAsync(address, cancellationToken) is { } pdf)
            {
                return Scrape.Of(await new PdfPages(Declaration.Name, pdfs, Contract).WithTextAsync(pdf, address, cancellationToken));
            }
        }

        return Scrape.NoData(string.Create(CultureInfo.InvariantCulture, $"no injury report of the {HoursBack} hours before {context.AsOf:u}"));
    }

    [GeneratedRegex("Injury Report: [0-9]{2}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2} [AP]M", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    /// <summary>The files to try, newest first.</summary>
    internal static IEnumerable<string> Addresses(DateTimeOffset asOf)
    {
        var quarters = GameDate.FromInstant(asOf) >= Quarters;
        var step = TimeSpan.FromMinutes(quarters ? 15 : 60);
        var wall = GameDate.ToEastern(asOf).DateTime;
        var slot = new DateTime(wall.Ticks - (wall.Ticks % step.Ticks), DateTimeKind.Unspecified);
        for (var back = TimeSpan.Zero; back <= TimeSpan.FromHours(HoursBack); back += step)
        {
            var at = slot - back;
            var time = at.ToString(quarters ? "hh_mmtt" : "hhtt", CultureInfo.InvariantCulture);
            yield return string.Create(CultureInfo.InvariantCulture, $"/referee/injury/Injury-Report_{at:yyyy-MM-dd}_{time}.pdf");
        }
    }
}
