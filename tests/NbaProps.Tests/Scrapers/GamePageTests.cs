using System.Text;
using System.Text.Json.Nodes;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Scrapers;

/// <summary>Pages of one game each.</summary>
public sealed class GamePageTests
{
    private const string Game = "0022500775";
    private static readonly GameDate Date = new(2026, 2, 11);

    [SkippableFact]
    public async Task A_box_score_of_a_game_that_is_still_played_is_asked_for_again_and_its_final_one_is_taken()
    {
        var final = Real($"nba_cdn_boxscore/boxscore_{Game}.json.gz");
        await OnlyWhenOverAsync(NbaPages.BoxScoreCdn, final, played => played["game"]!["gameStatus"] = 2);
        await OnlyWhenOverAsync(NbaPages.BoxScoreCdn, final, notBegun => notBegun["game"]!["gameStatus"] = 1);
    }

    // Hours before the numbers, a page may list who dressed, with the status of a game that is over.
    [SkippableTheory]
    [InlineData("PT00M00.00S")]
    [InlineData("")]
    public async Task A_box_score_in_which_nobody_has_a_minute_is_not_there_yet(string minutes)
    {
        await OnlyWhenOverAsync(NbaPages.BoxScoreCdn, Real($"nba_cdn_boxscore/boxscore_{Game}.json.gz"), placeholder =>
        {
            foreach (var player in new[] { "homeTeam", "awayTeam" }.SelectMany(side => placeholder["game"]![side]!["players"]!.AsArray()))
            {
                player!["statistics"]!["minutes"] = minutes;
            }
        });
        await OnlyWhenOverAsync(NbaPages.TeamBoxScore, Traditional("34:12"), placeholder => placeholder["boxScoreTraditional"]!["awayTeam"]!["players"]![0]!["statistics"]!["minutes"] = minutes);
    }

    [Theory]
    [InlineData("<html><script>window['__espnfitt__']={\"bxscr\":[{\"tm\":{},\"stats\":[{\"athlts\":[]}]}]};</script></html>", RunState.Succeeded, null)]
    [InlineData("<html><script>window['__espnfitt__']={\"page\":{}};</script></html>", RunState.NoData, null)]
    [InlineData("<html><script>window['__espnfitt__']={\"bxscr\":[{\"athlts\":[", null, "a page that is cut off")]
    [InlineData("<html><script>window['__espnfitt__']={\"bxscr\":[{\"athlts\":[}]};</script></html>", null, "a page whose JSON is cut off or damaged ('}' is")]
    [InlineData("<html><script>window['__espnfitt__']={\"bxscr\":[{\"athlts\":[],\"\\ud800\":1}]};</script></html>", null, "a page whose JSON is cut off or damaged (has a property whose name holds half")]
    [InlineData("<html><body>please wait</body></html>", null, "a page that is not ESPN's box score")]
    public async Task A_page_of_ESPN_without_lines_is_not_there_yet_and_one_that_is_none_is_tried_again(string page, RunState? state, string? says)
    {
        var fetch = EspnBoxScore(page);
        if (state is null)
        {
            (await Should.ThrowAsync<TransientException>(fetch)).Message.ShouldContain($"answered with {says}");
            return;
        }

        (await fetch()).State.ShouldBe(state.Value);
    }

    [Theory]
    [InlineData("""[{"tm":{},"stats":[{"athlts":7}]}]""", "0")]
    [InlineData("""[{"team":{},"stats":[{"athlts":[]}]}]""", "0")]
    [InlineData("""[[{"tm":{},"stats":[{"athlts":[]}]}],[{"tm":{"id":"2"},"stats":[{"athlts":[]}]}]]""", "2")]
    public async Task A_page_of_ESPN_in_which_its_reader_finds_no_box_score_is_a_change_of_the_source(string found, string times)
    {
        var refused = await Should.ThrowAsync<PermanentException>(EspnBoxScore($$"""<html><script>window['__espnfitt__']={"bxscr":{{found}}};</script></html>"""));
        ContractBreak.Of(refused).ShouldBe(new ContractBreak("a list of teams with tm, stats and athlts", $"there {times} times", "one in the scripts of the page"));
    }

    [Theory]
    [InlineData("""[{"athlts":[{"athlt":{"id":"7"}},{"athlt":{"id":"8"}},{"athlt":{"id":"7"}}]}]""", "7")]
    [InlineData("""[{"athlts":[{"athlt":{"id":"7"}}]},{"athlts":[{"athlt":{"id":"8"}},{"athlt":{"id":"7"}}]}]""", "7")]
    [InlineData("""[{"athlts":[{"athlt":{"id":"9"}}]}]""", "9")]
    [InlineData("""[{"athlts":[{"athlt":{"id":"\ud800"}},{"athlt":{"id":"\ud800"}}]}]""", "\\ud800")]
    [InlineData("""[{"athlts":[{"athlt":{"id":"7"}}]},{"athlts":[{"athlt":{"id":"8"}}]},{"ttls":["3"]}]""", null)]
    public async Task A_page_of_ESPN_that_lists_a_player_twice_is_refused_and_one_that_repeats_its_box_score_or_has_other_lists_is_not(string groups, string? twice)
    {
        var teams = $$$"""[{"tm":{},"stats":{{{groups}}}},{"tm":{},"stats":[{"athlts":[{"athlt":{"id":"9"}}]}]}]""";
        var fetch = EspnBoxScore($$$"""<html><script>window['__espnfitt__']={"bxscr":{{{teams}}},"again":{{{teams}}},"leaders":[{"athlts":[{"athlt":{"id":"5"}}]},{"athlts":[{"athlt":{"id":"5"}}]}]};</script></html>""");
        if (twice is null)
        {
            (await fetch()).State.ShouldBe(RunState.Succeeded);
            return;
        }

        var refused = await Should.ThrowAsync<PermanentException>(fetch);
        (ContractBreak.Of(refused), refused.Message.Contains($"lists the player {twice} twice", StringComparison.Ordinal)).ShouldBe((null, true), refused.Message);
    }

    private static Func<Task<Scrape>> EspnBoxScore(string page)
    {
        var (home, away) = (TeamTricode.Parse("BOS"), TeamTricode.Parse("CHI"));
        var inputs = new FakeInputs().With([GameRows.Scheduled() with { GameId = GameId.Parse(Game), GameDate = Date, HomeTeam = home, AwayTeam = away }]);
        var board = $$$"""{"events":[{"id":"401","date":"2026-02-11T00:00Z","competitions":[{"competitors":[{"homeAway":"home","team":{"abbreviation":"{{{home}}}"}},{"homeAway":"away","team":{"abbreviation":"{{{away}}}"}}]}]}]}""";
        var upstream = new FakeUpstream().Answer("/nba/boxscore?gameId=401", page);
        return () => new EspnBoxScoreScraper(new FakeUpstream().Answer("/apis/", board)).FetchAsync(new ScrapeContext(Date, Date.At(30), upstream) { Inputs = inputs }, CancellationToken.None);
    }

    private static string Traditional(string minutes) =>
        """{"boxScoreTraditional":{"gameId":"0022500775","homeTeam":{"statistics":{},"players":[{"statistics":{"minutes":"MINUTES"}}]},"awayTeam":{"statistics":{},"players":[{"statistics":{"minutes":"MINUTES"}}]}}}"""
            .Replace("MINUTES", minutes, StringComparison.Ordinal);

    [SkippableFact]
    public async Task Plays_without_the_games_end_are_asked_for_again_and_the_whole_game_is_taken() => await OnlyWhenOverAsync(
        NbaPages.PlayByPlay, Real($"nba_playbyplay/playbyplay_{Game}.json.gz"), played =>
        {
            var actions = played["game"]!["actions"]!.AsArray();
            actions.RemoveAt(actions.Count - 1);
        });

    private static async Task OnlyWhenOverAsync(GamePageScraper scraper, string final, Action<JsonNode> stillPlayed)
    {
        var page = JsonNode.Parse(final)!;
        stillPlayed(page);

        var first = await FetchAsync(scraper, page.ToJsonString());
        (first.State, first.Payloads.Count).ShouldBe((RunState.NoData, 0));
        first.Reason.ShouldContain(Game);

        var second = await FetchAsync(scraper, final);
        (second.State, second.Payloads.ShouldHaveSingleItem().Item).ShouldBe((RunState.Succeeded, Game));
    }

    private static Task<Scrape> FetchAsync(GamePageScraper scraper, string body)
    {
        var inputs = new FakeInputs().With([GameRows.Scheduled() with { GameId = GameId.Parse(Game), GameDate = Date }]);
        return scraper.FetchAsync(new ScrapeContext(Date, Date.At(30), new FakeUpstream().Answer("/static/json/liveData/", body).Answer("/stats/boxscoretraditionalv3", body)) { Inputs = inputs }, CancellationToken.None);
    }

    private static string Real(string payload) => Encoding.UTF8.GetString(RawProcessors.Parsing.Bytes("payloads/" + payload));
}
