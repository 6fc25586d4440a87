using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers;

/// <summary>A scraper whose source is switched off, or lacks what it cannot be asked without: it says so, and those that stand in for it are asked.</summary>
/// <param name="scraper">The scraper.</param>
/// <param name="reason">Why it is not asked, and what helps.</param>
internal sealed class SwitchedOff(IScraper scraper, string reason) : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => scraper.Declaration;

    /// <inheritdoc/>
    public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => Task.FromResult(Scrape.NoData(reason) with { IsSwitchedOff = true });
}
