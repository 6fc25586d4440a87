using NbaProps.Domain.BoxScores;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Scrapers.Nba;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Gamebook;
using NbaProps.Tests.Simulator.Serving;
using NbaProps.Tests.Simulator.Serving.Nba;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>Box scores that stand empty for a time, and such as are corrected on the next day.</summary>
public sealed class BoxScoreFaultTests
{
    private static readonly SimulatedGame Game = Leagues.Pocket(1).Games[8];

    [Fact]
    public async Task A_placeholder_has_everybody_without_a_minute_in_its_feed_only_and_then_the_numbers()
    {
        var until = Game.Ended.AddHours(3);
        await using var served = await Served.Of(Upheavals.Pocket(Upheavals.Of(FaultKind.PlaceholderRows, Game, Game.Scheduled.TipOff, feed: Feeds.PlayerGameLog) with { Until = until }));
        foreach (var now in new[] { Game.Scheduled.TipOff.AddHours(1), until.AddTicks(-1) })
        {
            served.MoveTo(now);
            var rows = (await Log(served)).Where(row => row.GameId == Game.Scheduled.Id).ToArray();
            rows.Length.ShouldBe(Game.Box.Players.Count);
            rows.ShouldAllBe(row => row.Minutes == 0 && row.Points == 0 && row.Rebounds == 0);
            rows.ShouldAllBe(row => row.Won == null == (now < Game.Ended));
        }

        (await served.Rows<NbacTeamBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("T", "Regular Season", Game.Scheduled.Date))).ShouldAllBe(row => row.Points > 60);
        (await served.Rows<PlayerBoxScoreLine>("nba_cdn_boxscore", NbaAddresses.CdnBox(Game))).Sum(line => line.Points).ShouldBe(Game.Box.HomeScore + Game.Box.AwayScore);
        var waits = await served.Scrape(LeagueGameLogScraper.Players, Game.Scheduled.Date);
        (waits.State, waits.Reason).ShouldBe((RunState.Degraded, $"the lines of {Game.Scheduled.Id} have no minutes yet"));
        served.MoveTo(until);
        (await Log(served)).Where(row => row.GameId == Game.Scheduled.Id).Sum(row => row.Points).ShouldBe(Game.Box.HomeScore + Game.Box.AwayScore);
        (await served.Scrape(LeagueGameLogScraper.Players, Game.Scheduled.Date)).State.ShouldBe(RunState.Succeeded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_correction_moves_a_rebound_a_pass_or_two_points_to_another_player_in_all_formats(int number)
    {
        var corrected = Game.Scheduled.Date.AddDays(1).At(14);
        var season = Upheavals.Pocket(Upheavals.Of(FaultKind.StatCorrection, Game, Game.Ended, number + 6) with { Until = corrected });
        await using var served = await Served.Of(season);
        var truth = season.ById[Game.Scheduled.Id];
        Upheavals.Lines([truth]).ShouldBe(Upheavals.Lines([Game]));
        served.MoveTo(corrected.AddTicks(-1));
        var first = await Counts(served);
        first.Count(line => !Truth(truth).Contains(line)).ShouldBe(2);
        (first.Sum(line => line.Points), first.Sum(line => line.Rebounds), first.Sum(line => line.Assists)).ShouldBe(
            (Truth(truth).Sum(line => line.Points), Truth(truth).Sum(line => line.Rebounds), Truth(truth).Sum(line => line.Assists)));
        (await Cdn(served)).ShouldBe(first);
        var seen = season.At(served.Now()).ById[Game.Scheduled.Id];
        season.EventsOf(seen).ShouldNotBe(season.EventsOf(truth));
        NbaProps.Simulator.Play.BoxScore.Of(seen.Plan, season.EventsOf(seen)).Players.Sum(line => line.Points).ShouldBe(truth.Box.HomeScore + truth.Box.AwayScore);
        var firstBook = GamebookWriter.Write(new(season, served.Now()), seen);
        served.MoveTo(corrected);
        (await Counts(served)).ShouldBe(Truth(truth));
        (await Cdn(served)).ShouldBe(Truth(truth));
        GamebookWriter.Write(new(season, corrected), truth).ShouldNotBe(firstBook);
    }

    private static (long Player, int Points, int Rebounds, int Assists)[] Truth(SimulatedGame game) =>
        [.. game.Box.Players.Where(line => line.Seconds > 0).Select(line => (line.Player.Id.Id, line.Points, line.Rebounds, line.Assists)).Order()];

    private static async Task<(long Player, int Points, int Rebounds, int Assists)[]> Counts(Served served) =>
        [.. (await Log(served)).Where(row => row.GameId == Game.Scheduled.Id && row.Minutes > 0).Select(row => (row.PlayerId.Id, row.Points, row.Rebounds, row.Assists)).Order()];

    private static async Task<(long Player, int Points, int Rebounds, int Assists)[]> Cdn(Served served) =>
        [.. (await served.Rows<PlayerBoxScoreLine>("nba_cdn_boxscore", NbaAddresses.CdnBox(Game))).Select(line => (line.PlayerId.Id, line.Points, line.Rebounds, line.Assists)).Order()];

    private static Task<NbacPlayerBoxscoreRow[]> Log(Served served) => served.Rows<NbacPlayerBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("P", "Regular Season", Game.Scheduled.Date));
}
