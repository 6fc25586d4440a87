using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Pages;

/// <summary>Fetches one page of each game of the date.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="address">Path and query of a game's page.</param>
/// <param name="contract">What the page must have.</param>
public sealed class GamePageScraper(ProcessorDeclaration declaration, Func<NbacScheduleRow, string> address, PayloadContract contract) : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => declaration;

    /// <inheritdoc/>
    public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => new GameByGame().FetchAsync(
        context,
        async (game, token) =>
        {
            var path = address(game);
            if (await context.Upstream.GetAsync(path, token) is not { } payload)
            {
                return [];
            }

            contract.Check(new PayloadCheck(declaration.Name, path, contract.Accepted), payload);
            return [payload];
        },
        cancellationToken);
}
