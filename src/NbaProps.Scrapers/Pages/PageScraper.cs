using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Pages;

/// <summary>Fetches one page of the date.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="address">Path and query below the source's address.</param>
/// <param name="contract">What the page must have.</param>
/// <param name="nothing">What a 404 says, or a page that has nothing of the date.</param>
/// <param name="hasAny">
/// Whether a page that has what it must lists anything; null where it always does. An empty list with status 200 is what an upstream says before it knows, and
/// whoever stands in is asked then. The page is kept: it is what the upstream said.
/// </param>
public sealed class PageScraper(
    ProcessorDeclaration declaration, Func<ScrapeContext, string> address, PayloadContract contract, string nothing, Func<JsonElement, bool>? hasAny = null) : IScraper
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
        return HasAny(payload) ? Scrape.Of([payload]) : new Scrape(RunState.NoData, nothing, [payload]);
    }

    private bool HasAny(FetchedPayload payload)
    {
        if (hasAny is null)
        {
            return true;
        }

        using var json = JsonDocument.Parse(payload.Bytes);
        return hasAny(json.RootElement);
    }
}
