namespace NbaProps.Hosting.Configuration;

/// <summary>The sources that are scraped, one section each.</summary>
public sealed record UpstreamsOptions
{
    /// <summary>The league's statistics site: schedule and box scores.</summary>
    public UpstreamOptions NbaStats { get; init; } = new()
    {
        BaseAddress = new Uri("https://stats.nba.com"),
        Concurrency = 2,
        RequestsPerSecond = 1,

        // Without these two the site does not answer at all.
        Headers = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Origin"] = "https://www.nba.com",
            ["Referer"] = "https://www.nba.com/",
        },
    };

    /// <summary>The Odds API: events and bookmakers' lines. It needs a key.</summary>
    public UpstreamOptions OddsApi { get; init; } = new()
    {
        BaseAddress = new Uri("https://api.the-odds-api.com"),
        Concurrency = 4,
        RequestsPerSecond = 5,
    };

    /// <summary>Every source with the name of its section.</summary>
    public IReadOnlyList<(string Name, UpstreamOptions Options)> All() => [(nameof(NbaStats), NbaStats), (nameof(OddsApi), OddsApi)];
}
