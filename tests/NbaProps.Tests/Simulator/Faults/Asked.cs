using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.BallDontLie;
using NbaProps.Scrapers.BigDataBall;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers.Odds;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Pdf;
using NbaProps.Tests.Simulator.Serving;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>What the scrapers of the pipeline ask of a league, address for address.</summary>
internal static class Asked
{
    /// <summary>Every scraper of the pipeline.</summary>
    /// <param name="upstream">What a scraper asks beside its own.</param>
    public static IReadOnlyList<IScraper> Scrapers(IUpstream upstream) =>
    [
        new NbaScheduleScraper(), NbaPages.ScheduleCdn, EspnPages.Schedule, NbaPages.Scoreboard, NbaPages.ScoreboardCdn, EspnPages.Scoreboard, LeagueGameLogScraper.Players, NbaPages.BoxScoreCdn,
        new EspnBoxScoreScraper(upstream), BallDontLiePages.BoxScores, LeagueGameLogScraper.Teams, NbaPages.TeamBoxScore, new GamebookScraper(new CarriedText()), new InjuryReportScraper(new CarriedText()),
        new BallDontLieInjuriesScraper(), new EspnRosterScraper(ScrapersPhase.InjuriesEspn), new BigDataBallScraper(0, TimeSpan.Zero), NbaPages.PlayByPlay, NbaPages.PlayerList,
        new EspnRosterScraper(ScrapersPhase.RostersEspn), NbaPages.PlayerMovement, NbaPages.Referees, OddsApiScraper.PlayerPoints(new OddsApiOptions()), new BettingProsScraper(),
        OddsApiScraper.GameLines(new OddsApiOptions()),
    ];

    /// <summary>When a scraper is run so that there is something for it.</summary>
    public static DateTimeOffset MomentOf(IScraper scraper, GameDate date) =>
        scraper.Declaration.Name is "odds_api_player_points" or "odds_api_spreads_totals" or "bettingpros_points" or "nba_injury_report" or "balldontlie_injuries" ? date.At(15) : date.AddDays(1).At(10);

    /// <summary>Runs every scraper for a date of a season.</summary>
    /// <returns>What each asked, with those answers that came; 404 is null.</returns>
    public static async Task<IReadOnlyList<(string Scraper, string Address, ReadOnlyMemory<byte>? Bytes, DateTimeOffset Moment)>> AllOf(SimulatedSeason season, GameDate date)
    {
        await using var served = await Served.Of(season);
        var asked = new List<(string, string, ReadOnlyMemory<byte>?, DateTimeOffset)>();
        var upstream = new Recording(served.Upstream);
        foreach (var scraper in Scrapers(upstream))
        {
            served.MoveTo(MomentOf(scraper, date));
            var context = new ScrapeContext(date, served.Now(), upstream) { Inputs = new FakeInputs().With(season.ByDate[date].Select(Scrapes.Row)) };
            await scraper.FetchAsync(context, CancellationToken.None);
            asked.AddRange(upstream.Take().Select(one => (scraper.Declaration.Name, one.Address, one.Bytes, served.Now())));
        }

        return asked;
    }

    private sealed class Recording(IUpstream upstream) : IUpstream
    {
        private readonly List<(string, ReadOnlyMemory<byte>?)> _asked = [];

        public async Task<FetchedPayload?> GetAsync(string address, CancellationToken cancellationToken)
        {
            var payload = await upstream.GetAsync(address, cancellationToken);
            _asked.Add((address, payload?.Bytes));
            return payload;
        }

        public (string Address, ReadOnlyMemory<byte>? Bytes)[] Take()
        {
            (string, ReadOnlyMemory<byte>?)[] asked = [.. _asked];
            _asked.Clear();
            return asked;
        }
    }
}
