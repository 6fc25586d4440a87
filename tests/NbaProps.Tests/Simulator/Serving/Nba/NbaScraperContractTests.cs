using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>The league's scrapers take what is served.</summary>
public sealed class NbaScraperContractTests
{
    public static TheoryData<string> Sizes { get; } = ["pocket", "full"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task The_morning_after_every_scraper_of_the_league_brings_its_pages(string league)
    {
        await using var served = await Served.Of(league == "full" ? Leagues.Full : Leagues.Pocket(1));
        var games = served.Season.ByDate[served.Season.Games[10].Scheduled.Date];
        served.MoveTo(games[0].Scheduled.Date.AddDays(1).At(10));
        var rows = (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Where(row => row.GameDate == games[0].Scheduled.Date).ToArray();
        foreach (var (scraper, pages) in new (IScraper, int)[]
        {
            (new NbaScheduleScraper(), 1), (NbaPages.ScheduleCdn, 1), (NbaPages.Scoreboard, 1), (NbaPages.ScoreboardCdn, 1), (LeagueGameLogScraper.Players, 1), (LeagueGameLogScraper.Teams, 1),
            (NbaPages.BoxScoreCdn, games.Count), (NbaPages.TeamBoxScore, games.Count), (NbaPages.PlayByPlay, games.Count), (NbaPages.PlayerList, 1), (NbaPages.PlayerMovement, 1),
            (NbaPages.Referees, 1),
        })
        {
            var scrape = await Scrape(scraper, served, games[0], rows);
            (scraper.Declaration.Name, scrape.State, scrape.Payloads.Count).ShouldBe((scraper.Declaration.Name, RunState.Succeeded, pages), scrape.Reason);
        }
    }

    [Fact]
    public async Task Before_the_games_their_pages_are_not_there_yet_which_is_no_failure()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var games = served.Season.ByDate[served.Season.Games[10].Scheduled.Date];
        served.MoveTo(games[0].Scheduled.Date.At(9));
        var rows = (await served.Rows<NbacScheduleRow>("nba_schedule", NbaAddresses.Schedule)).Where(row => row.GameDate == games[0].Scheduled.Date).ToArray();
        foreach (var scraper in new IScraper[] { LeagueGameLogScraper.Players, NbaPages.BoxScoreCdn, NbaPages.TeamBoxScore, NbaPages.PlayByPlay })
        {
            (await Scrape(scraper, served, games[0], rows)).State.ShouldBe(RunState.NoData, scraper.Declaration.Name);
        }
    }

    private static Task<Scrape> Scrape(IScraper scraper, Served served, SimulatedGame game, IReadOnlyList<NbacScheduleRow> rows) =>
        scraper.FetchAsync(new ScrapeContext(game.Scheduled.Date, served.Now(), served.Upstream) { Inputs = new FakeInputs().With(rows) }, CancellationToken.None);
}
