using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Scrapers.BallDontLie;
using NbaProps.Scrapers.BigDataBall;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers.Odds;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers;

/// <summary>Phase 1: upstream to raw archive.</summary>
public static class ScrapersService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("scrapers", [Phase.Scrapers], surroundings =>
    {
        var upstreams = surroundings.Options.Upstreams;
        var ways = upstreams.All().ToDictionary(section => section.Name, section => new Way(section.Name, section.Options, surroundings.Upstream(section.Options, section.Name)), StringComparer.Ordinal);
        var (stats, cdn, espn) = (ways[nameof(upstreams.NbaStats)], ways[nameof(upstreams.NbaCdn)], ways[nameof(upstreams.Espn)]);
        var (ballDontLie, odds, drive) = (ways[nameof(upstreams.BallDontLie)], ways[nameof(upstreams.OddsApi)], ways[nameof(upstreams.GoogleDrive)]);
        return
        [
            stats.For(new NbaScheduleScraper()),
            cdn.For(NbaPages.ScheduleCdn),
            espn.For(EspnPages.Schedule),
            stats.For(NbaPages.Scoreboard),
            cdn.For(NbaPages.ScoreboardCdn),
            espn.For(EspnPages.Scoreboard),
            stats.For(LeagueGameLogScraper.Players),
            cdn.For(NbaPages.BoxScoreCdn),
            ways[nameof(upstreams.EspnPages)].For(new EspnBoxScoreScraper(espn.Upstream)),
            ballDontLie.ForKey(BallDontLiePages.BoxScores),
            stats.For(LeagueGameLogScraper.Teams),
            stats.For(NbaPages.TeamBoxScore),
            ways[nameof(upstreams.NbaGamebooks)].For(new GamebookScraper(surroundings.Pdfs)),
            ways[nameof(upstreams.NbaInjuryReports)].For(new InjuryReportScraper(surroundings.Pdfs)),
            ballDontLie.ForKey(new BallDontLieInjuriesScraper()),
            espn.For(new EspnRosterScraper(ScrapersPhase.InjuriesEspn)),
            drive.ForAccount(new BigDataBallScraper(drive.Options.MissingAttempts, drive.Options.MissingDelay)),
            cdn.For(NbaPages.PlayByPlay),
            stats.For(NbaPages.PlayerList),
            espn.For(new EspnRosterScraper(ScrapersPhase.RostersEspn)),
            stats.For(NbaPages.PlayerMovement),
            ways[nameof(upstreams.NbaOfficials)].For(NbaPages.Referees),
            odds.ForKey(OddsApiScraper.PlayerPoints(new OddsApiOptions())),
            ways[nameof(upstreams.BettingPros)].For(new BettingProsScraper()),
            odds.ForKey(OddsApiScraper.GameLines(new OddsApiOptions())),
        ];
    });

    /// <summary>A source's section and the way to it. A source that cannot be asked is not: its scrapers say why, and those that stand in for them are asked.</summary>
    private sealed record Way(string Name, UpstreamOptions Options, IUpstream Upstream)
    {
        public UnitWorkRegistration For(IScraper scraper) => UnitWorks.Scrape(
            Options.Enabled ? scraper : new SwitchedOff(scraper, $"Upstreams:{Name} is switched off"), Upstream);

        public UnitWorkRegistration ForKey(IScraper scraper) => string.IsNullOrWhiteSpace(Options.ApiKey)
            ? Lacking(scraper, "no key is configured", "ApiKey")
            : For(scraper);

        // Only Google asks for one: whoever else stands at the address does not.
        public UnitWorkRegistration ForAccount(IScraper scraper) => string.IsNullOrWhiteSpace(Options.ServiceAccountFile) && Options.BaseAddress.Host.EndsWith("googleapis.com", StringComparison.Ordinal)
            ? Lacking(scraper, "no service account is configured", "ServiceAccountFile")
            : For(scraper);

        private UnitWorkRegistration Lacking(IScraper scraper, string what, string key) => Options.Enabled
            ? UnitWorks.Scrape(new SwitchedOff(scraper, $"{what}: set Upstreams:{Name}:{key}, or switch it off with Upstreams:{Name}:Enabled=false"), Upstream)
            : For(scraper);
    }
}
