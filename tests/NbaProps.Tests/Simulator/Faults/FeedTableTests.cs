using NbaProps.Shared.Manifest;
using NbaProps.Simulator.Faults;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>To which feed, date and game a request belongs.</summary>
public sealed class FeedTableTests
{
    [Fact]
    public async Task Every_address_that_the_scrapers_ask_belongs_to_their_feed_and_says_its_date_and_game()
    {
        var season = Leagues.Pocket(1);
        var date = season.Games[6].Scheduled.Date;
        var table = new FeedTable(season);
        var asked = await Asked.AllOf(season, date);

        asked.Select(one => one.Scraper).Distinct().Order(StringComparer.Ordinal).ShouldBe(ScrapersPhase.All.Select(scraper => scraper.Name).Order(StringComparer.Ordinal));
        asked.Where(one => one.Bytes is not null).Select(one => one.Scraper).Distinct().Count().ShouldBe(ScrapersPhase.All.Count);
        foreach (var (scraper, address, _, _) in asked)
        {
            var request = table.Of(address).ShouldNotBeNull(address);
            FeedsOf(scraper).ShouldContain(request.Feed.Name, address);
            (request.Date is null, request.Game is null).ShouldBe((request.Feed.Scope == FeedScope.Present, request.Feed.Scope != FeedScope.Game), address);
            (request.Date ?? date).ShouldBe(date, address);
            season.ByDate[date].Select(game => game.Scheduled.Id).ShouldContain(request.Game ?? season.ByDate[date][0].Scheduled.Id);
        }

        // Each feed is asked by someone, and each game of the date by each feed of games.
        asked.Select(one => table.Of(one.Address)!.Feed).Distinct().Count().ShouldBe(Feeds.All.Count);
        foreach (var feed in Feeds.All.Where(feed => feed.Scope == FeedScope.Game))
        {
            asked.Select(one => table.Of(one.Address)!).Where(request => request.Feed == feed).Select(request => request.Game).Distinct().Count().ShouldBe(season.ByDate[date].Count, feed.Name);
        }
    }

    [Fact]
    public void An_address_of_nobody_belongs_to_no_feed() => new FeedTable(Leagues.Pocket(1)).Of("/favicon.ico").ShouldBeNull();

    private static string[] FeedsOf(string scraper) => scraper switch
    {
        "espn_schedule" => ["espn_scoreboard"],
        "espn_injuries" => ["espn_rosters"],
        "espn_boxscore" => ["espn_scoreboard", scraper],
        "odds_api_player_points" or "odds_api_spreads_totals" => ["odds_api_events", scraper],
        _ => [scraper],
    };
}
