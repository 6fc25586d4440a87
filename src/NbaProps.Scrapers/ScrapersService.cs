using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers;

/// <summary>Phase 1: upstream to raw archive.</summary>
public static class ScrapersService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("scrapers", [Phase.Scrapers], surroundings =>
    {
        var upstreams = surroundings.Options.Upstreams;
        var league = surroundings.Upstream(upstreams.NbaStats, "nba_stats");

        // The scraper puts the key into its own addresses: sent twice, it would be refused.
        var odds = surroundings.Upstream(upstreams.OddsApi with { ApiKey = null }, "odds_api");
        return
        [
            UnitWorks.Scrape(new NbaScheduleScraper(), league),
            UnitWorks.Scrape(LeagueGameLogScraper.Players, league),
            UnitWorks.Scrape(LeagueGameLogScraper.Teams, league),
            UnitWorks.Scrape(new OddsApiPlayerPointsScraper(new OddsApiOptions { ApiKey = upstreams.OddsApi.ApiKey ?? string.Empty }), odds),
        ];
    });
}
