using System.Globalization;
using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.BallDontLie;

/// <summary>Fetches balldontlie's list of injuries, page after page: each page names where the next one begins.</summary>
public sealed class BallDontLieInjuriesScraper : IScraper
{
    private const int MostPages = 30;

    private static readonly PayloadContract Contract = new("injuries: data with player and status", "data[].player.last_name:text", "data[].status:text", "meta:object");

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.InjuriesBallDontLie;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payloads = new List<FetchedPayload>();
        var cursor = string.Empty;
        while (payloads.Count < MostPages)
        {
            var address = $"/v1/player_injuries?per_page=100{cursor}";
            if (await context.Upstream.GetAsync(address, cancellationToken) is not { } page)
            {
                // A list of which only the beginning came names nobody of the rest as hurt.
                return payloads.Count == 0
                    ? Scrape.NoData("balldontlie has no list of injuries")
                    : new Scrape(RunState.Degraded, string.Create(CultureInfo.InvariantCulture, $"the first {payloads.Count} pages; the next that they name is not there: GET {address} answered with status 404"), payloads) { Fault = FaultKind.Transient };
            }

            Contract.Check(new PayloadCheck(Declaration.Name, address, Contract.Accepted), page);
            payloads.Add(page);
            if (Next(page) is not { } next)
            {
                break;
            }

            cursor = string.Create(CultureInfo.InvariantCulture, $"&cursor={next}");
        }

        return Scrape.Of(payloads);
    }

    private static long? Next(FetchedPayload page)
    {
        using var json = JsonDocument.Parse(page.Bytes);
        return json.RootElement.GetProperty("meta").TryGetProperty("next_cursor", out var next) && next.ValueKind == JsonValueKind.Number && next.TryGetInt64(out var at) ? at : null;
    }
}
