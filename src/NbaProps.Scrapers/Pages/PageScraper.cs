using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Pages;

/// <summary>Fetches one page of the date.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="address">Path and query below the source's address.</param>
/// <param name="contract">What the page must have.</param>
/// <param name="nothing">What a 404 says, or a page that has nothing of the date.</param>
/// <param name="list">The array that is empty in a page that has nothing of the date; null where a page is never taken for one.</param>
public sealed class PageScraper(ProcessorDeclaration declaration, Func<ScrapeContext, string> address, PayloadContract contract, string nothing, string? list = null) : IScraper
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
        return IsEmpty(payload) ? Scrape.NoData(nothing) : Scrape.Of([payload]);
    }

    private bool IsEmpty(FetchedPayload payload)
    {
        if (list is null)
        {
            return false;
        }

        using var json = JsonDocument.Parse(payload.Bytes);
        return json.RootElement.GetProperty(list).GetArrayLength() == 0;
    }
}
