using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Odds;

/// <summary>Fetches the date's events from The Odds API, then some markets of each.</summary>
/// <param name="declaration">Its line of the manifest.</param>
/// <param name="markets">Keys of the markets, with commas between: each costs a credit for each region and event.</param>
/// <param name="options">Regions and bookmakers.</param>
public sealed class OddsApiScraper(ProcessorDeclaration declaration, string markets, OddsApiOptions options) : IScraper
{
    private static readonly PayloadContract Contract = new("an event with its bookmakers", "bookmakers[].markets[].outcomes[].price:number");

    private const string Sport = "/v4/sports/basketball_nba";

    /// <summary>Points lines of players.</summary>
    public static OddsApiScraper PlayerPoints(OddsApiOptions options) => new(ScrapersPhase.PlayerPointsProps, "player_points", options);

    /// <summary>Spreads and totals of games.</summary>
    public static OddsApiScraper GameLines(OddsApiOptions options) => new(ScrapersPhase.GameLines, "spreads,totals", options);

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => declaration;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payloads = new List<FetchedPayload>();
        try
        {
            return await FetchAsync(context, payloads, cancellationToken);
        }
        catch (CreditsExhaustedException exhausted)
        {
            // Not tried again before the next trigger: whoever stands in is asked, and what was brought until then is paid for.
            var brought = payloads.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"odds of {payloads.Count - 1} events; ") : string.Empty;
            return new Scrape(RunState.Degraded, brought + exhausted.Message, payloads);
        }
    }

    private async Task<Scrape> FetchAsync(ScrapeContext context, List<FetchedPayload> payloads, CancellationToken cancellationToken)
    {
        var address = EventsAddress(context.Date);
        var check = new PayloadCheck(Declaration.Name, address, "an array of events, each with an id");
        var list = await context.Upstream.GetAsync(address, cancellationToken) ?? throw check.Unexpected("status 404");
        var failures = new PartFailures("event");
        var ids = EventIds(check, list, failures);
        if (ids.Count == 0 && failures.None)
        {
            return Scrape.NoData("The Odds API lists no event on the date");
        }

        payloads.Add(list);
        var quoted = ids.Count(context.Brought.Contains);
        foreach (var id in ids.Where(id => !context.Brought.Contains(id)))
        {
            // 404: the event is over, or no book has opened it yet.
            await failures.TryAsync(id, async () =>
            {
                if (await context.Upstream.GetAsync(OddsAddress(id), cancellationToken) is { } odds)
                {
                    quoted += IsQuoted(odds, id) ? 1 : 0;
                    payloads.Add(odds with { Item = id });
                }
            });
        }

        // Events without any odds are no odds: whoever stands in is asked. Some may have none yet.
        var reason = string.Create(CultureInfo.InvariantCulture, $"{ids.Count} events, odds of {quoted}");
        return failures.Conclude(reason, quoted > 0, payloads);
    }

    // An event that nobody can be asked about takes no other with it.
    private static IReadOnlyList<string> EventIds(PayloadCheck check, FetchedPayload events, PartFailures failures)
    {
        using var json = check.Json(events);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw check.Changed($"a JSON {json.RootElement.ValueKind}", new ContractBreak("root", $"a JSON {json.RootElement.ValueKind}", "an array"));
        }

        var ids = new List<string>();
        foreach (var (place, one) in json.RootElement.EnumerateArray().Index())
        {
            if (Id(one) is { } id)
            {
                // Nobody could read the list: the source is as it was and says too much, and the next attempt may get it right.
                ids.Add(ids.Contains(id, StringComparer.Ordinal) ? throw check.Unexpected($"a list with the event {id} more than once") : id);
            }
            else
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"[{place}]"), check.Changed("an event without id", new ContractBreak("[].id", "missing", "a text")));
            }
        }

        return ids;
    }

    private static string? Id(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : null;

    // Whether a book quotes anything.
    private bool IsQuoted(FetchedPayload odds, string id)
    {
        var check = new PayloadCheck(Declaration.Name, OddsAddress(id), $"the event {id} with its bookmakers");
        using var json = check.Json(odds);
        if (!string.Equals(Id(json.RootElement), id, StringComparison.Ordinal))
        {
            throw Id(json.RootElement) is { } other
                ? check.Unexpected($"the event {other}")
                : check.Changed("JSON without an event's id", new ContractBreak("id", "missing", "a text"));
        }

        try
        {
            Contract.Check(check, odds);
        }
        catch (PermanentException refused) when (OddsOutcome.FirstWithoutPrice(json.RootElement) is { } outcome)
        {
            // Its place in the payload says nothing to who has to ask the book.
            throw new PermanentException($"{outcome}: {refused.Message}", refused) { Break = refused.Break };
        }

        return json.RootElement.GetProperty("bookmakers").EnumerateArray().Any(book => book.GetProperty("markets").EnumerateArray().Any(market => market.GetProperty("outcomes").GetArrayLength() > 0));
    }

    // The Eastern day in UTC, its last second included and the next day's first left out.
    private string EventsAddress(GameDate date) =>
        $"{Sport}/events?commenceTimeFrom={Stamp(date.At(0))}&commenceTimeTo={Stamp(date.At(24).AddSeconds(-1))}&dateFormat=iso";

    private string OddsAddress(string id)
    {
        var books = options.Bookmakers.Count == 0 ? string.Empty : $"&bookmakers={Uri.EscapeDataString(string.Join(',', options.Bookmakers))}";
        return $"{Sport}/events/{Uri.EscapeDataString(id)}/odds?markets={Uri.EscapeDataString(markets)}&regions={Uri.EscapeDataString(options.Regions)}{books}&dateFormat=iso&oddsFormat=american";
    }

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
