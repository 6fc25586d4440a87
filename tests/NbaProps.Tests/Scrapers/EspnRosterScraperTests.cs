using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Espn;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

public sealed class EspnRosterScraperTests
{
    private const string Roster = """{"team":{"abbreviation":"BOS","athletes":[{"id":"1","fullName":"A B"}]}}""";

    [Fact]
    public async Task A_team_whose_roster_is_damaged_takes_no_other_with_it_and_is_asked_for_again_alone()
    {
        var scrape = await FetchAsync(All().Answer(Address("bos"), "{}"));
        (scrape.State, scrape.Fault, scrape.Payloads.Count, scrape.Break).ShouldBe((RunState.Degraded, FaultKind.Permanent, TeamTricode.All.Count - 1, scrape.Break.ShouldNotBeNull()));
        scrape.Reason.ShouldStartWith("29 of 30 rosters; team BOS failed: ");

        var brought = scrape.Payloads.Select(payload => payload.Item!).ToArray();
        var upstream = All();
        scrape = await FetchAsync(upstream, brought);
        (scrape.State, scrape.Reason, string.Concat(scrape.Payloads.Select(payload => payload.Item))).ShouldBe((RunState.Succeeded, "the rosters of all teams", "BOS"));
        upstream.Asked.ShouldBe([Address("bos")]);
    }

    [Fact]
    public async Task A_team_that_has_none_is_named()
    {
        var scrape = await FetchAsync(new FakeUpstream().Answer(Address("bos"), Roster));
        (scrape.State, scrape.Fault, scrape.Payloads.Count).ShouldBe((RunState.Degraded, null, 1));
        scrape.Reason.ShouldStartWith("1 of 30 rosters; none of ATL, BKN, ");
    }

    [Fact]
    public async Task At_the_cut_off_injuries_are_asked_for_again_whatever_the_morning_brought()
    {
        var upstream = All();
        var context = new ScrapeContext(new GameDate(2026, 1, 15), DateTimeOffset.UnixEpoch, upstream) { Captured = new SortedSet<string>(TeamTricode.All.Select(team => team.Value), StringComparer.Ordinal) };
        (await new EspnRosterScraper(ScrapersPhase.InjuriesEspn).FetchAsync(context, CancellationToken.None)).Payloads.Count.ShouldBe(TeamTricode.All.Count);
    }

    private static string Address(string code) => $"/apis/site/v2/sports/basketball/nba/teams/{code}?enable=roster";

    private static FakeUpstream All() => new FakeUpstream().Answer("/apis/site/v2/sports/basketball/nba/teams/", Roster);

    private static Task<Scrape> FetchAsync(FakeUpstream upstream, params string[] brought) => new EspnRosterScraper(ScrapersPhase.RostersEspn).FetchAsync(
        new ScrapeContext(new GameDate(2026, 1, 15), DateTimeOffset.UnixEpoch, upstream) { Brought = new SortedSet<string>(brought, StringComparer.Ordinal) }, CancellationToken.None);
}
