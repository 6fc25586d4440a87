using System.Globalization;
using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Odds;

/// <summary>Fetches the date's events from BettingPros, then the pages of points offers on them.</summary>
public sealed class BettingProsScraper : IScraper
{
    private const int PointsMarket = 156;
    private const int MostPages = 50;

    private static readonly PayloadContract Events = new("events with id, teams and start", "events[].id:number", "events[].home:text", "events[].visitor:text", "events[].scheduled:text") { Distinct = [new("events[].id")] };
    private static readonly PayloadContract Offers = new("a page of offers with their selections", "offers[].id:text?", "offers[].selections[].books:array", "_pagination.total_pages:number") { Distinct = [new("offers[].id")] };

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.PointsBettingPros;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var address = $"/v3/events?sport=NBA&date={context.Date}";
        if (await context.Upstream.GetAsync(address, cancellationToken) is not { } events)
        {
            return Scrape.NoData("BettingPros has no events of the date");
        }

        Events.Check(new PayloadCheck(Declaration.Name, address, Events.Accepted), events);
        var ids = Ids(events);
        if (ids.Count == 0)
        {
            return new Scrape(RunState.NoData, "BettingPros lists no event on the date", [events]);
        }

        var payloads = new List<FetchedPayload> { events };
        var failures = new PartFailures("page");
        var pages = 1;
        for (var page = 1; page <= pages && page <= MostPages; page++)
        {
            var path = string.Create(
                CultureInfo.InvariantCulture, $"/v3/offers?sport=NBA&market_id={PointsMarket}&event_id={string.Join(':', ids)}&limit=10&page={page}");
            await failures.TryAsync(page.ToString(CultureInfo.InvariantCulture), async () =>
            {
                if (await context.Upstream.GetAsync(path, cancellationToken) is { } offers)
                {
                    // A page with a damaged offer still says how many pages there are.
                    pages = Pages(offers) ?? pages;
                    Offers.Check(new PayloadCheck(Declaration.Name, path, Offers.Accepted), offers);
                    payloads.Add(offers);
                }
                else if (page > 1)
                {
                    throw new TransientException(string.Create(CultureInfo.InvariantCulture, $"{Declaration.Name}: GET {path} answered with status 404, the pages before say that there are {pages}"));
                }
            });
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"{ids.Count} events, {payloads.Count - 1} pages of offers");
        return failures.Conclude(reason, payloads.Count > 1, payloads);
    }

    private static IReadOnlyList<string> Ids(FetchedPayload events)
    {
        using var json = JsonDocument.Parse(events.Bytes);
        return [.. json.RootElement.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("id").ToString())];
    }

    private static int? Pages(FetchedPayload offers)
    {
        try
        {
            using var json = JsonWholeness.Parse(offers.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("_pagination", out var pagination)
                && pagination.ValueKind == JsonValueKind.Object
                && pagination.TryGetProperty("total_pages", out var total)
                && total.ValueKind == JsonValueKind.Number
                && total.TryGetInt32(out var pages) ? pages : null;
        }
        catch (JsonException)
        {
            // Said by the check of the page, which names the source.
            return null;
        }
    }
}
