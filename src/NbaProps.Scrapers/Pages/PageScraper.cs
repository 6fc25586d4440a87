using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Pages;

/// <summary>Fetches one page of the date.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="address">Path and query below the source's address.</param>
/// <param name="contract">What the page must have.</param>
/// <param name="nothing">What a 404 says, or a page that has nothing of the date.</param>
public sealed class PageScraper(ProcessorDeclaration declaration, Func<ScrapeContext, string> address, PayloadContract contract, string nothing) : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => declaration;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var path = address(context);
        if (await context.Upstream.GetAsync(path, cancellationToken) is not { } payload)
        {
            return Scrape.NoData(nothing);
        }

        contract.Check(new PayloadCheck(declaration.Name, path, contract.Accepted), payload);
        return Scrape.Of([payload]);
    }
}
