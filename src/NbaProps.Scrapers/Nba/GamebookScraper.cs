using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Nba;

/// <summary>Fetches the official gamebook of each game: the whole book, or the short one where it is not there.</summary>
/// <param name="pdfs">What takes the text out of PDFs.</param>
public sealed partial class GamebookScraper(IPdfText pdfs) : IScraper
{
    private static readonly PdfContract Contract = new("an official scorer's report", ["MIN", "PTS"], TimePlayed(), "a player's minutes and shots such as 34:12 10 18");

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
                    return await new PdfPages(Declaration.Name, pdfs, Contract).WithTextAsync(pdf, address, token);
                }
            }

            return [];
        },
        cancellationToken);

    [GeneratedRegex(@"\b[0-9]{1,2}:[0-9]{2}\s+[0-9]+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimePlayed();

    private static string Address(NbacScheduleRow game, string kind)
    {
        var day = game.GameDate.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return $"/pdfs/{day}/{day}_{game.AwayTeam}{game.HomeTeam}{kind}.pdf";
    }
}
