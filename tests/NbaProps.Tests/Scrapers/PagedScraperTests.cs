using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.BallDontLie;
using NbaProps.Scrapers.Odds;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

/// <summary>Sources whose answer comes in pages: a page that is damaged or not there is told of, and takes no other with it.</summary>
public sealed class PagedScraperTests
{
    private const string Offers = "/v3/offers?sport=NBA&market_id=156&event_id=17:18&limit=10&page=";
    private const string Events = """{"events":[{"id":17,"home":"MIL","visitor":"BKN","scheduled":"2021-10-19 23:30:00"},{"id":18,"home":"LAL","visitor":"GSW","scheduled":"2021-10-20 02:00:00"}]}""";

    private static readonly GameDate Date = new(2021, 10, 19);

    [Theory]
    [InlineData("books")]
    [InlineData("selections")]
    public async Task A_damaged_offer_costs_its_page(string field)
    {
        var damaged = JsonNode.Parse(Page(2))!;
        _ = field is "books" ? damaged["offers"]![0]!["selections"]![0]!["books"] = "none" : damaged["offers"]![0]!["selections"] = null;
        var scrape = await BettingPros(Page(1), damaged.ToJsonString(), Page(3));

        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Degraded, 3));
        scrape.Reason.ShouldStartWith("2 events, 2 pages of offers; page 2 failed: bettingpros_points: GET ");
        scrape.Break.ShouldNotBeNull().Field.ShouldStartWith("offers[].selections");
    }

    // Also when it is the first, which says how many there are.
    [Fact]
    public async Task A_damaged_first_page_does_not_hide_the_others()
    {
        var damaged = JsonNode.Parse(Page(1))!;
        damaged["offers"]![0]!["selections"] = 5;
        var scrape = await BettingPros(damaged.ToJsonString(), Page(2), Page(3));
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Degraded, 3));
    }

    [Fact]
    public async Task A_page_that_is_cut_off_costs_itself_and_one_that_is_not_there_is_missed()
    {
        var scrape = await BettingPros(Page(1), Page(2)[..40], null);
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Degraded, 2));
        scrape.Reason.ShouldContain("page 2 failed");
        scrape.Reason.ShouldContain("page 3 failed: bettingpros_points: GET /v3/offers?sport=NBA&market_id=156&event_id=17:18&limit=10&page=3 answered with status 404, the pages before say that there are 3");
    }

    [Fact]
    public async Task All_pages_are_a_success_and_none_is_no_data()
    {
        (await BettingPros(Page(1), Page(2), Page(3))).State.ShouldBe(RunState.Succeeded);
        (await BettingPros(null, null, null)).State.ShouldBe(RunState.NoData);
    }

    [Fact]
    public async Task Where_no_page_is_good_the_scrape_fails() =>
        (await Should.ThrowAsync<PermanentException>(() => BettingPros("""{"offers":[{"selections":1}],"_pagination":{"total_pages":1}}""", null, null))).Break.ShouldNotBeNull();

    [Theory]
    [InlineData(true, RunState.Succeeded)]
    [InlineData(false, RunState.Degraded)]
    public async Task A_list_of_injuries_of_which_a_page_is_missing_is_not_whole(bool second, RunState state)
    {
        var upstream = new Exact().Answer("/v1/player_injuries?per_page=100", """{"data":[{"player":{"last_name":"James"},"status":"Out"}],"meta":{"next_cursor":7}}""");
        if (second)
        {
            upstream.Answer("/v1/player_injuries?per_page=100&cursor=7", """{"data":[],"meta":{}}""");
        }

        (await new BallDontLieInjuriesScraper().FetchAsync(new ScrapeContext(Date, Date.At(10), upstream), CancellationToken.None)).State.ShouldBe(state);
    }

    private static Task<Scrape> BettingPros(params string?[] pages)
    {
        var upstream = new Exact().Answer($"/v3/events?sport=NBA&date={Date}", Events);
        foreach (var (place, page) in pages.Index())
        {
            if (page is not null)
            {
                upstream.Answer(FormattableString.Invariant($"{Offers}{place + 1}"), page);
            }
        }

        return new BettingProsScraper().FetchAsync(new ScrapeContext(Date, Date.At(10), upstream), CancellationToken.None);
    }

    private static string Page(int number) =>
        """{"offers":[{"id":"oNUMBER","selections":[{"selection":"over","books":[{"id":10,"lines":[]}]}]}],"_pagination":{"page":NUMBER,"total_pages":3}}"""
            .Replace("NUMBER", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Answers what is asked by the whole address.</summary>
    private sealed class Exact : IUpstream
    {
        private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

        public Exact Answer(string address, string body)
        {
            _answers[address] = body;
            return this;
        }

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) => Task.FromResult(
            _answers.TryGetValue(pathAndQuery, out var body) ? new FetchedPayload(System.Text.Encoding.UTF8.GetBytes(body), new Dictionary<string, string>()) : null);
    }
}
