using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Scrapers;
using NbaProps.Scrapers.Odds;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

public sealed class OddsApiScraperTests
{
    private const string Events = "/v4/sports/basketball_nba/events";
    private static readonly OddsApiOptions Options = new() { Bookmakers = ["draftkings", "fanduel"] };

    [Fact]
    public async Task The_Eastern_day_is_asked_for_in_UTC_then_each_events_points_lines()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}""").Answer(Events + "/bb/odds", """{"id":"bb","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}""");
        var scrape = await Fetch(upstream);
        (scrape.State, scrape.Reason, scrape.Payloads.Count).ShouldBe((RunState.Succeeded, "2 events, odds of 2", 3));
        upstream.Asked.ShouldBe(
        [
            Events + "?commenceTimeFrom=2022-12-27T05:00:00Z&commenceTimeTo=2022-12-28T04:59:59Z&dateFormat=iso",
            Events + "/aa/odds?markets=player_points&regions=us&bookmakers=draftkings%2Cfanduel&dateFormat=iso&oddsFormat=american",
            Events + "/bb/odds?markets=player_points&regions=us&bookmakers=draftkings%2Cfanduel&dateFormat=iso&oddsFormat=american",
        ]);
    }

    [Fact]
    public async Task Another_attempt_pays_only_for_the_events_that_failed()
    {
        const string Odds = """{"id":"aa","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}""";
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"}]""").Answer(Events + "/aa/odds", Odds).Answer(Events + "/bb/odds", Odds.Replace("aa", "cc", StringComparison.Ordinal));
        var scrape = await Fetch(upstream);
        (scrape.State, scrape.Fault, string.Join(',', scrape.Payloads.Select(payload => payload.Item))).ShouldBe((RunState.Degraded, FaultKind.Permanent, ",aa"));

        upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"}]""").Answer(Events + "/bb/odds", Odds.Replace("aa", "bb", StringComparison.Ordinal));
        scrape = await Fetch(upstream, "aa");
        (scrape.State, scrape.Reason, scrape.Fault, string.Join(',', scrape.Payloads.Select(payload => payload.Item))).ShouldBe((RunState.Succeeded, "2 events, odds of 2", null, ",bb"));
        upstream.Asked.Count.ShouldBe(2);
    }

    // Whoever sends the key must know it, to black it out of what comes back: an upstream may echo it in words.
    [Fact]
    public void The_key_is_left_to_the_upstream()
    {
        var keys = new List<(string, string?)>();
        var options = new NbaPropsOptions();
        options = options with { Upstreams = options.Upstreams with { OddsApi = options.Upstreams.OddsApi with { ApiKey = "s3cret/key" } } };
        _ = ScrapersService.Definition.Works(new ServiceSurroundings(options, (upstream, source) =>
        {
            keys.Add((source, upstream.ApiKey));
            return new FakeUpstream();
        }, new NoPdfs()));

        keys.Where(way => way.Item2 is not null).ShouldBe([("OddsApi", "s3cret/key")]);
    }

    [Fact]
    public async Task No_event_is_no_data() => (await Fetch(new FakeUpstream().Answer(Events, "[]"))).State.ShouldBe(RunState.NoData);

    [Fact]
    public async Task An_event_that_is_not_found_has_no_lines_yet()
    {
        // The events' address is the beginning of every other one, hence an answer for the second event only.
        var upstream = new OnlySome(new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"}]""").Answer(Events + "/bb/odds", """{"id":"bb","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}"""), "/aa/odds");
        var scrape = await Fetch(upstream);
        (scrape.State, scrape.Reason, scrape.Payloads.Count).ShouldBe((RunState.Succeeded, "2 events, odds of 1", 2));
    }

    [Fact]
    [Trait("Incident", "I-34")]
    public async Task Events_of_which_no_book_quotes_anything_are_no_data_so_that_who_stands_in_is_asked()
    {
        var scrape = await Fetch(new FakeUpstream().Answer(Events, """[{"id":"aa"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[{"markets":[{"outcomes":[]}]}]}"""));
        (scrape.State, scrape.Reason, scrape.Payloads.Count).ShouldBe((RunState.NoData, "1 events, odds of 0", 2));
    }

    [Theory]
    [InlineData("""{"id":"aa"}""", "bookmakers")]
    [InlineData("""{"id":"aa","bookmakers":[{"markets":[{"outcomes":[{"price":"-110"}]}]}]}""", "bookmakers[].markets[].outcomes[].price")]
    public async Task Odds_that_have_changed_are_refused_with_the_fields_name(string body, string field)
    {
        var refused = await Should.ThrowAsync<PermanentException>(() => Fetch(new FakeUpstream().Answer(Events, """[{"id":"aa"}]""").Answer(Events + "/aa/odds", body)));
        refused.Break.ShouldNotBeNull().Field.ShouldBe(field);
    }

    [SkippableTheory]
    [InlineData("without a price", "missing")]
    [InlineData("with a text", "\"1.83\"")]
    [InlineData("with null", "null")]
    public async Task An_outcome_without_a_price_costs_its_event_and_nothing_of_the_others(string how, string was)
    {
        var (good, bad) = (RealEvent("aa"), RealEvent("bb"));
        var outcome = bad["bookmakers"]![0]!["markets"]![0]!["outcomes"]![1]!.AsObject();
        _ = how switch
        {
            "with a text" => outcome["price"] = "1.83",
            "with null" => outcome["price"] = null,
            _ => outcome.Remove("price") ? null : outcome,
        };
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"bb"},{"id":"aa"}]""").Answer(Events + "/aa/odds", good.ToJsonString()).Answer(Events + "/bb/odds", bad.ToJsonString());

        var scrape = await Fetch(upstream);

        scrape.State.ShouldBe(RunState.Degraded);
        scrape.Reason.ShouldStartWith("2 events, odds of 1; event bb failed: Atlanta Hawks @ Golden State Warriors, draftkings, spreads, Golden State Warriors -6.5: ");
        scrape.Break.ShouldBe(new ContractBreak("bookmakers[].markets[].outcomes[].price", was, "a number"));
        scrape.Payloads.Select(payload => payload.Metadata["url"].Contains("/bb/", StringComparison.Ordinal)).ShouldBe([false, false], "nothing of the damaged event is kept as if it were whole");

        // Asked again when the book has mended it, all is there.
        var healed = await Fetch(upstream.Answer(Events + "/bb/odds", RealEvent("bb").ToJsonString()));
        (healed.State, healed.Reason, healed.Payloads.Count, healed.Break).ShouldBe((RunState.Succeeded, "2 events, odds of 2", 3, null));
    }

    [Theory]
    [InlineData("<html>please wait</html>", "an HTML page")]
    [InlineData("""{"id":"bb","bookmakers":[{"mark""", "no whole JSON")]
    [InlineData("""{"id":"zz","bookmakers":[]}""", "the event zz")]
    [InlineData("""{"message":"internal error"}""", "internal error")]
    public async Task An_event_whose_answer_is_no_event_costs_itself_alone(string body, string why)
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"bb"},{"id":"aa"}]""").Answer(Events + "/bb/odds", body)
            .Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}""");
        var scrape = await Fetch(upstream);
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Degraded, 2));
        scrape.Reason.ShouldContain("event bb failed");
        scrape.Reason.ShouldContain(why);
    }

    [Fact]
    public async Task An_event_without_an_id_costs_itself_alone()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"name":"no id"},{"id":"aa"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[{"markets":[{"outcomes":[{"price":-110}]}]}]}""");
        var scrape = await Fetch(upstream);
        (scrape.State, scrape.Payloads.Count, scrape.Break?.Field).ShouldBe((RunState.Degraded, 2, "[].id"));
        scrape.Reason.ShouldContain("event [0] failed");
    }

    // Nothing to keep: the run fails and is tried again, as when the whole source is down.
    [Fact]
    public async Task Where_no_event_is_good_the_scrape_fails()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"}]""").Answer(Events + "/aa/odds", "").Answer(Events + "/bb/odds", """{"id":"bb"}""");
        (await Should.ThrowAsync<TransientException>(() => Fetch(upstream))).Message.ShouldContain("odds of 0; 2 failed, such as event bb: ");
    }

    [Theory]
    [InlineData("""{"message":"API key is not valid","error_code":"INVALID_KEY"}""")]
    [InlineData("""{"events":[]}""")]
    [InlineData("""[{"name":"no id"}]""")]
    public async Task What_will_come_again_is_permanent(string body) =>
        (await Should.ThrowAsync<PermanentException>(() => Fetch(new FakeUpstream().Answer(Events, body)))).Message.ShouldContain("accepted is an array of events");

    [Fact]
    public async Task Used_up_credits_are_a_degraded_answer_that_is_not_tried_again()
    {
        var scrape = await Fetch(new FakeUpstream().Answer(Events, """{"message":"Usage quota has been reached","error_code":"OUT_OF_USAGE_CREDITS"}"""));
        (scrape.State, scrape.Payloads.Count, scrape.Break).ShouldBe((RunState.Degraded, 0, null));
        scrape.Reason.ShouldContain("OUT_OF_USAGE_CREDITS");
    }

    [Fact]
    public async Task What_was_brought_before_the_credits_were_used_up_is_kept()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"},{"id":"bb"},{"id":"cc"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[]}""");
        var scrape = await Fetch(new UsedUpAfter(upstream, answers: 2));
        (scrape.State, scrape.Reason, scrape.Payloads.Count, upstream.Asked.Count).ShouldBe((RunState.Degraded, "odds of 1 events; used up", 2, 2));
    }

    [Theory]
    [InlineData("odds_api_player_points")]
    [InlineData("odds_api_spreads_totals")]
    public async Task What_a_look_costs_is_what_it_asks_for(string name)
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[]}""");
        var scraper = new[] { OddsApiScraper.PlayerPoints(new OddsApiOptions()), OddsApiScraper.GameLines(new OddsApiOptions()) }.Single(one => one.Declaration.Name == name);
        var date = new GameDate(2022, 12, 27);
        await scraper.FetchAsync(new ScrapeContext(date, date.At(10), upstream), CancellationToken.None);

        var query = upstream.Asked[1].Split('?')[1].Split('&').ToDictionary(part => part.Split('=')[0], part => Uri.UnescapeDataString(part.Split('=')[1]).Split(',').Length, StringComparer.Ordinal);
        query.ShouldNotContainKey("bookmakers", "ten bookmakers cost as much as a region, and count instead of regions");
        scraper.Declaration.Credits.ShouldBe(new CreditCost("OddsApi", query["markets"] * query["regions"]));
    }

    [Fact]
    public async Task The_odds_of_another_event_are_refused()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"}]""").Answer(Events + "/aa/odds", """{"id":"zz","bookmakers":[]}""");
        (await Should.ThrowAsync<PermanentException>(() => Fetch(upstream))).Message.ShouldContain("answered with the event zz; accepted is the event aa");
    }

    [Fact]
    public async Task Game_lines_are_asked_for_by_their_markets()
    {
        var upstream = new FakeUpstream().Answer(Events, """[{"id":"aa"}]""").Answer(Events + "/aa/odds", """{"id":"aa","bookmakers":[]}""");
        var date = new GameDate(2022, 12, 27);
        await OddsApiScraper.GameLines(Options).FetchAsync(new ScrapeContext(date, date.At(10), upstream), CancellationToken.None);
        upstream.Asked[1].ShouldBe(Events + "/aa/odds?markets=spreads%2Ctotals&regions=us&bookmakers=draftkings%2Cfanduel&dateFormat=iso&oddsFormat=american");
    }

    // A snapshot of the archive, as the event that it is of.
    private static JsonNode RealEvent(string id)
    {
        var one = JsonNode.Parse(File.ReadAllBytes(SharedData.Require("payloads/odds_api/historical_game_lines.json")))!["data"]!.DeepClone();
        one["id"] = id;
        return one;
    }

    private static Task<Scrape> Fetch(IUpstream upstream, params string[] brought)
    {
        var date = new GameDate(2022, 12, 27);
        return OddsApiScraper.PlayerPoints(Options).FetchAsync(new ScrapeContext(date, date.At(10), upstream) { Brought = brought.ToHashSet(StringComparer.Ordinal) }, CancellationToken.None);
    }

    private sealed class UsedUpAfter(FakeUpstream upstream, int answers) : IUpstream
    {
        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) =>
            upstream.Asked.Count < answers ? upstream.GetAsync(pathAndQuery, cancellationToken) : Task.FromException<FetchedPayload?>(new CreditsExhaustedException("used up"));
    }

    private sealed class OnlySome(FakeUpstream upstream, string missing) : IUpstream
    {
        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) =>
            pathAndQuery.Contains(missing, StringComparison.Ordinal) ? Task.FromResult<FetchedPayload?>(null) : upstream.GetAsync(pathAndQuery, cancellationToken);
    }
}
