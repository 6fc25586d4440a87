using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Pages;

/// <summary>Fetches one page of each game of the date.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="address">Path and query of a game's page.</param>
/// <param name="contract">What the page must have.</param>
/// <param name="isOver">
/// Whether a page that has it says that the game is over; null where the page does not say. One of a game that is still played is not there yet: an
/// item that was brought is not asked for again, and whoever stands in would not be asked for it either.
/// </param>
public sealed class GamePageScraper(
    ProcessorDeclaration declaration, Func<NbacScheduleRow, string> address, PayloadContract contract, Func<JsonElement, bool>? isOver = null) : IScraper
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
            return IsOver(payload) ? [payload] : [];
        },
        cancellationToken);

    private bool IsOver(FetchedPayload payload)
    {
        if (isOver is null)
        {
            return true;
        }

        using var json = JsonDocument.Parse(payload.Bytes);
        return isOver(json.RootElement);
    }
}
