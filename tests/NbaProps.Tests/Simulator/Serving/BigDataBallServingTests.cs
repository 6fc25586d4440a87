using System.Text;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Scrapers.BigDataBall;
using NbaProps.Scrapers;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>BigDataBall's files of the simulated league.</summary>
public sealed class BigDataBallServingTests
{
    private static readonly BigDataBallScraper Scraper = new(missingAttempts: 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_event_of_a_small_league_is_read_back_as_it_happened(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        foreach (var date in served.Season.ByDate.Keys)
        {
            await IsReadBack(served, date);
        }
    }

    [Fact]
    public async Task Every_event_of_a_full_date_is_read_back_as_it_happened()
    {
        await using var served = await Served.Of(Leagues.Full);
        await IsReadBack(served, Leagues.Full.Games[700].Scheduled.Date);
    }

    [Fact]
    public async Task A_file_is_there_the_morning_after_and_not_a_moment_before()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[5];
        var there = new NbaProps.Simulator.Serving.LeagueMoment(served.Season, served.Now()).BigDataBallAt(game);
        var id = Encoding.UTF8.GetString((await served.Bytes(Search(game))).ShouldNotBeNull()).Split('"')[5];

        served.MoveTo(there.AddTicks(-1));
        Encoding.UTF8.GetString((await served.Bytes(Search(game))).ShouldNotBeNull()).ShouldBe("""{"files":[]}""");
        (await served.Status($"/drive/v3/files/{id}?alt=media")).ShouldBe(404);
        (await served.Scrape(Scraper, game.Scheduled.Date)).Payloads.Where(payload => payload.Item == game.Scheduled.Id.ToString()).ShouldBeEmpty();

        served.MoveTo(there);
        (await served.Bytes($"/drive/v3/files/{id}?alt=media")).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_Drive_does_not_know_is_answered_as_Drive_does()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        (await served.Status("/drive/v3/files/nobody?alt=media")).ShouldBe(404);
        (await served.Status("/drive/v3/files?q=nonsense")).ShouldBe(400);
        Encoding.UTF8.GetString((await served.Bytes("/drive/v3/files?q=name%20contains%20'0099999999'")).ShouldNotBeNull()).ShouldBe("""{"files":[]}""");
    }

    private static string Search(SimulatedGame game) => $"/drive/v3/files?q=name%20contains%20'{game.Scheduled.Id}'";

    private static async Task IsReadBack(Served served, GameDate date)
    {
        var scrape = await served.Scrape(Scraper, date);
        scrape.State.ShouldBe(RunState.Succeeded);
        foreach (var fetched in scrape.Payloads)
        {
            var game = served.Season.Games.Single(game => game.Scheduled.Id.ToString() == fetched.Item);
            using var payload = new RawPayload(fetched.Item!, fetched.Bytes);
            var reading = PayloadCatalog.FormatOf("bigdataball", payload).Read(payload, served.Now());
            reading.LeftOut.ShouldBeEmpty();
            var events = served.Season.EventsOf(game);
            reading.Rows.Count.ShouldBe(events.Count);
            foreach (var (line, play) in reading.Rows.Cast<PlayLine>().Zip(events))
            {
                Facts(line).ShouldBe(Facts(play, game), play.ToString());
            }
        }
    }

    private static string Facts(PlayLine line) => FormattableString.Invariant(
        $"""
        {line.GameId} {line.GameDate} {line.Sequence} {line.Period} {line.ClockSeconds} {line.ElapsedSeconds} {line.HomeScore}:{line.AwayScore} {line.EventType} {line.Team}
        {Key(line.Player1)} {string.Join('|', new[] { line.Player2, line.Player3 }.OfType<PlayPlayer>().Select(Key).Order(StringComparer.Ordinal))}
        {line.ShotMade} {line.ShotType} {line.ShotDistance} {line.Points} {line.OriginalX} {line.OriginalY}
        {string.Join(' ', line.HomeOnCourt.Select(Key))} @ {string.Join(' ', line.AwayOnCourt.Select(Key))}
        """);

    private static string Facts(PlayEvent play, SimulatedGame game)
    {
        var isTry = play.Kind is PlayKind.Shot or PlayKind.FreeThrow;
        var type = play.Kind switch { PlayKind.PeriodStart => "start of period", PlayKind.PeriodEnd => "end of period", PlayKind.JumpBall => "jump ball", PlayKind.FreeThrow => "free throw", _ => play.Kind.ToString().ToLowerInvariant() };
        double? feet = play.Spot is { } spot ? Math.Round(spot.Feet, MidpointRounding.AwayFromZero) : null;
        return FormattableString.Invariant(
            $"""
            {game.Scheduled.Id} {game.Scheduled.Date} {play.Number} {play.Period} {play.Clock} {play.Elapsed} {play.HomeScore}:{play.AwayScore} {type} {(play.Side is { } side ? game.Plan.Of(side).Team.Value : null)}
            {Key(play.Player)} {string.Join('|', new[] { play.Other, play.Receiver }.OfType<SimulatedPlayer>().Select(Key).Order(StringComparer.Ordinal))}
            {(isTry ? play.Made : null)} {(play.Spot is null ? null : play.Spot.IsThree ? "3pt" : "2pt")} {feet} {(isTry ? play.Points : null)} {play.Spot?.X} {play.Spot?.Y}
            {string.Join(' ', play.HomeFive.Select(Key))} @ {string.Join(' ', play.AwayFive.Select(Key))}
            """);
    }

    private static string? Key(PlayPlayer? player) => player?.NameKey?.ToString();

    private static string? Key(SimulatedPlayer? player) => player?.NameKey.ToString();
}
