using System.Globalization;

using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Nba;

/// <summary>Fetches the official gamebook of each game: the whole book, or the short one where it is not there.</summary>
/// <param name="pdfs">What takes the text out of PDFs.</param>
public sealed class GamebookScraper(IPdfText pdfs) : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.Gamebook;

    /// <inheritdoc/>
    public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => new GameByGame().FetchAsync(
        context,
        async (game, token) =>
        {
            foreach (var address in new[] { Address(game, string.Empty), Address(game, "_book") })
            {
                if (await context.Upstream.GetAsync(address, token) is { } pdf)
                {
                    return await new PdfPages(Declaration.Name, pdfs).WithTextAsync(pdf, address, token);
                }
            }

            return [];
        },
        cancellationToken);

    private static string Address(NbacScheduleRow game, string kind)
    {
        var day = game.GameDate.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return $"/pdfs/{day}/{day}_{game.AwayTeam}{game.HomeTeam}{kind}.pdf";
    }
}
