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
        var odds = surroundings.Upstream(upstreams.OddsApi, "odds_api");
        return
        [
            UnitWorks.Scrape(new NbaScheduleScraper(), league),
            UnitWorks.Scrape(LeagueGameLogScraper.Players, league),
            UnitWorks.Scrape(LeagueGameLogScraper.Teams, league),
            UnitWorks.Scrape(new OddsApiPlayerPointsScraper(new OddsApiOptions { HasKey = !string.IsNullOrWhiteSpace(upstreams.OddsApi.ApiKey) }), odds),
        ];
    });
}
