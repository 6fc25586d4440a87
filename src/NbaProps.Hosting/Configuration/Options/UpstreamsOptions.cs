using NbaProps.Shared.Credits;

namespace NbaProps.Hosting.Configuration;

/// <summary>The sources that are scraped, one section for each site.</summary>
public sealed record UpstreamsOptions
{
    /// <summary>The league's statistics site: schedule, scoreboard, game logs, box scores, players.</summary>
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

    /// <summary>The league's content network: schedule, scoreboard, box scores and play-by-play as files.</summary>
    public UpstreamOptions NbaCdn { get; init; } = new()
    {
        BaseAddress = new Uri("https://cdn.nba.com"),
        RequestsPerSecond = 4,

        // The store behind it refuses what it does not have.
        NothingThere = [404, 204, 403],
    };

    /// <summary>The league's site of its officials.</summary>
    public UpstreamOptions NbaOfficials { get; init; } = new() { BaseAddress = new Uri("https://official.nba.com"), Concurrency = 1, RequestsPerSecond = 1 };

    /// <summary>Where the league puts its injury reports, as PDF.</summary>
    public UpstreamOptions NbaInjuryReports { get; init; } = new()
    {
        BaseAddress = new Uri("https://ak-static.cms.nba.com"),
        Concurrency = 1,
        RequestsPerSecond = 2,
        NothingThere = [404, 204, 403],
    };

    /// <summary>Where the league puts its gamebooks, as PDF.</summary>
    public UpstreamOptions NbaGamebooks { get; init; } = new() { BaseAddress = new Uri("https://statsdmz.nba.com"), Concurrency = 2, RequestsPerSecond = 1 };

    /// <summary>ESPN's interface: scoreboard and rosters.</summary>
    public UpstreamOptions Espn { get; init; } = new() { BaseAddress = new Uri("https://site.api.espn.com"), RequestsPerSecond = 4 };

    /// <summary>ESPN's pages: box scores.</summary>
    public UpstreamOptions EspnPages { get; init; } = new() { BaseAddress = new Uri("https://www.espn.com"), Concurrency = 2, RequestsPerSecond = 1 };

    /// <summary>balldontlie: box scores and injuries. It needs a key.</summary>
    public UpstreamOptions BallDontLie { get; init; } = new()
    {
        BaseAddress = new Uri("https://api.balldontlie.io"),
        Concurrency = 1,
        RequestsPerSecond = 0.5,
        ApiKeyHeader = "Authorization",
    };

    /// <summary>The Odds API: events and bookmakers' lines. It needs a key.</summary>
    public UpstreamOptions OddsApi { get; init; } = new()
    {
        BaseAddress = new Uri("https://api.the-odds-api.com"),

        // The smallest plan that lasts a month of games; the free one has 500.
        CreditsPerMonth = 20_000,
        Concurrency = 4,
        RequestsPerSecond = 5,
    };

    /// <summary>BettingPros: events and bookmakers' offers.</summary>
    public UpstreamOptions BettingPros { get; init; } = new()
    {
        BaseAddress = new Uri("https://api.bettingpros.com"),
        Concurrency = 1,
        RequestsPerSecond = 0.4,
        Timeout = TimeSpan.FromSeconds(45),
        ApiKeyHeader = "x-api-key",
    };

    /// <summary>Google Drive, where BigDataBall puts its play-by-play files. It needs a service account that the folder is shared with.</summary>
    public UpstreamOptions GoogleDrive { get; init; } = new()
    {
        BaseAddress = new Uri("https://www.googleapis.com"),
        Concurrency = 2,
        RequestsPerSecond = 4,
        MissingAttempts = 3,
        MissingDelay = TimeSpan.FromSeconds(30),
    };

    /// <summary>What those that count credits may be asked; without those that are not asked at all.</summary>
    public IReadOnlyList<CreditAllowance> Allowances() =>
    [
        .. All().Where(section => section.Options is { Enabled: true, CreditsPerMonth: not null, ApiKey.Length: > 0 }).Select(section => section.Options.AllowanceOf(section.Name)!),
    ];

    /// <summary>Every source with the name of its section.</summary>
    public IReadOnlyList<(string Name, UpstreamOptions Options)> All() =>
    [
        (nameof(NbaStats), NbaStats), (nameof(NbaCdn), NbaCdn), (nameof(NbaOfficials), NbaOfficials), (nameof(NbaInjuryReports), NbaInjuryReports),
        (nameof(NbaGamebooks), NbaGamebooks), (nameof(Espn), Espn), (nameof(EspnPages), EspnPages), (nameof(BallDontLie), BallDontLie), (nameof(OddsApi), OddsApi),
        (nameof(BettingPros), BettingPros), (nameof(GoogleDrive), GoogleDrive),
    ];

    /// <summary>The same sources, each asked in another way.</summary>
    /// <param name="change">Given a section's name and options, the options that it shall have.</param>
    public UpstreamsOptions With(Func<string, UpstreamOptions, UpstreamOptions> change) => new()
    {
        NbaStats = change(nameof(NbaStats), NbaStats),
        NbaCdn = change(nameof(NbaCdn), NbaCdn),
        NbaOfficials = change(nameof(NbaOfficials), NbaOfficials),
        NbaInjuryReports = change(nameof(NbaInjuryReports), NbaInjuryReports),
        NbaGamebooks = change(nameof(NbaGamebooks), NbaGamebooks),
        Espn = change(nameof(Espn), Espn),
        EspnPages = change(nameof(EspnPages), EspnPages),
        BallDontLie = change(nameof(BallDontLie), BallDontLie),
        OddsApi = change(nameof(OddsApi), OddsApi),
        BettingPros = change(nameof(BettingPros), BettingPros),
        GoogleDrive = change(nameof(GoogleDrive), GoogleDrive),
    };
}
