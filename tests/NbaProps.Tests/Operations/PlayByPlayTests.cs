using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Operations.PlayByPlay;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Operations;

public sealed class PlayByPlayTests
{
    private static readonly GameId Second = GameId.Create(GameRows.Season, SeasonPhase.Regular, 513);
    private static readonly DateTimeOffset Noon = Day.AddDays(1).At(12);

    private readonly WatchedPipeline _pipeline = new(new FakeTimeProvider(), works: null);
    private readonly Notes _notes = new();

    public PlayByPlayTests() => _pipeline.PutAsync(Day, Scheduled(), Scheduled() with { GameId = Second }).GetAwaiter().GetResult();

    [Fact]
    public async Task A_game_says_whose_plays_it_has_how_many_with_line_ups_and_when_they_came()
    {
        await PutAsync((Game, "nbacom_fallback", false), (Game, "nbacom_fallback", false));
        await CaptureAsync("nba_playbyplay", Game, Day.At(30));
        var arrivals = await ReadAsync();
        arrivals.Select(one => (one.Game.GameId, one.Source, one.FirstAt, one.SourceAt, one.Rows, one.LineUpRows)).ShouldBe(
            [(Game, "nbacom_fallback", Day.At(30), Day.At(30), 2, 0), (Second, null, null, null, 0, 0)]);

        // The file comes, and takes the place of what was there before it.
        await PutAsync((Game, "bigdataball", true), (Game, "bigdataball", true), (Game, "bigdataball", false));
        await CaptureAsync("bigdataball", Game, Day.AddDays(1).At(14));
        (await ReadAsync())[0].ShouldSatisfyAllConditions(
            one => (one.Source, one.Rows, one.LineUpRows).ShouldBe(("bigdataball", 3, 2)),
            one => (one.FirstAt, one.SourceAt).ShouldBe((Day.At(30), Day.AddDays(1).At(14))),
            one => one.IsOnTime(Noon.AddDays(1)).ShouldBe(true));
    }

    [Fact]
    public async Task Noon_decides_and_before_it_only_what_is_there()
    {
        await PutAsync((Game, "bigdataball", true));
        await CaptureAsync("bigdataball", Game, Noon.AddMinutes(1));
        var arrivals = await ReadAsync();
        arrivals.Select(one => one.IsOnTime(Noon.AddSeconds(-1))).ShouldBe([false, null]);
        arrivals.Select(one => one.IsOnTime(Noon)).ShouldBe([false, false]);
        PlayByPlayGoal.Of(arrivals, Noon).ShouldBe(new PlayByPlayGoal(2, 0));
        PlayByPlayGoal.Of(arrivals.Skip(1), Noon.AddSeconds(-1)).ToString().ShouldBe("no game's play-by-play is due yet");
    }

    [Theory]
    [InlineData(50, 49, false, "49 of 50 games had play-by-play by 12:00 ET of the next day: 98.0 %, wanted are 98 %")]
    [InlineData(1225, 1200, true, "1200 of 1225 games had play-by-play by 12:00 ET of the next day: 97.9 %, wanted are 98 %")]
    [InlineData(0, 0, false, "no game's play-by-play is due yet")]
    public void What_misses_the_goal_does_not_look_as_if_it_met_it(int games, int onTime, bool missed, string says)
    {
        var goal = new PlayByPlayGoal(games, onTime);
        (goal.IsMissed, goal.ToString()).ShouldBe((missed, says));
    }

    [Fact]
    [Trait("Incident", "I-32")]
    public async Task A_date_that_misses_the_goal_at_noon_is_one_incident_until_all_games_have_their_plays()
    {
        await PutAsync((Game, "bigdataball", true));
        await CaptureAsync("bigdataball", Game, Day.At(30));
        var log = new IncidentLog(_pipeline.State);
        var keeper = new PlayByPlayKeeper(_pipeline.Runtime.Ports, new IncidentDesk(log, _notes));
        await keeper.RunAsync(Noon.AddHours(-1), Noon, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();

        // A look reads three nights: one an hour is enough.
        await keeper.RunAsync(Noon.AddSeconds(-1), Noon, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
        await keeper.RunAsync(Noon, Noon, CancellationToken.None);
        await keeper.RunAsync(Noon.AddHours(1), Noon, CancellationToken.None);
        var incident = _notes.Told.ShouldHaveSingleItem();
        (incident.Key, incident.Severity, incident.Command).ShouldBe(($"play-by-play|{Day}", Severity.Warning, $"nbaprops status --date {Day}"));
        incident.Cause.ShouldBe($"1 of 2 games had play-by-play by 12:00 ET of the next day: 50.0 %, wanted are 98 %; without any are {Second} NYK @ BOS.");

        // Long after the last trigger, by someone's hand.
        await PutAsync((Game, "bigdataball", true), (Second, "nbacom_fallback", false));
        await CaptureAsync("nba_playbyplay", Second, Noon.AddDays(20));
        await keeper.RunAsync(Noon.AddDays(20), Noon.AddDays(20), CancellationToken.None);
        (_notes.Told.Count, _notes.Told[^1].IsOpen).ShouldBe((2, false));
        (await log.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_postponed_game_is_none()
    {
        await _pipeline.PutAsync(Day, Scheduled(), Scheduled() with { GameId = Second, Postponed = true });
        (await ReadAsync()).Select(one => one.Game.GameId).ShouldBe([Game]);
    }

    private Task<IReadOnlyList<PlayByPlayArrival>> ReadAsync() => new PlayByPlayArrivals(_pipeline.Runtime.Ports).ReadAsync(new GameDateRange(Day, Day), CancellationToken.None);

    private async Task CaptureAsync(string scraper, GameId game, DateTimeOffset at)
    {
        var capture = new CaptureDocument { Path = $"{scraper}/{Day}/{game}", AsOf = at, CapturedAt = at.ToUniversalTime(), Hash = "", Order = 0, Item = game.ToString() };
        await _pipeline.State.CommitAsync([new DocumentWrite(CaptureDocument.PathOf(scraper, Day, game.ToString()), StateJson.Write(capture), Precondition.None)], CancellationToken.None);
    }

    private Task PutAsync(params (GameId Game, string Source, bool LineUps)[] plays) => _pipeline.PutAsync(Day, [.. plays.Select((play, index) => Play(play.Game, index + 1, play.Source, play.LineUps))]);

    private static BigDataBallPlayByPlayRow Play(GameId game, int sequence, string source, bool lineUps)
    {
        NameKey? OnCourt(int player) => lineUps ? NameKey.From($"Player {(char)('A' + player)}") : null;
        return new BigDataBallPlayByPlayRow
        {
            GameDate = Day, GameId = game, EventSequence = sequence, Season = GameRows.Season, HomeTeam = Bos, AwayTeam = Nyk, EventId = $"{sequence}", Period = 1, GameClockSeconds = 720,
            ElapsedSeconds = 0, PlayLengthSeconds = null, EventType = "timeout", EventSubtype = null, EventDescription = null, Team = null, ScoreHome = 0, ScoreAway = 0,
            Player1Name = null, Player1NameKey = null, Player1Id = null, Player2Name = null, Player2NameKey = null, Player2Id = null, Player2Role = null, Player3Name = null,
            Player3NameKey = null, Player3Id = null, Player3Role = null, ShotMade = null, ShotType = null, ShotDistance = null, PointsScored = null, OriginalX = null,
            OriginalY = null, ConvertedX = null, ConvertedY = null, AwayPlayer1NameKey = OnCourt(1), AwayPlayer2NameKey = OnCourt(2), AwayPlayer3NameKey = OnCourt(3),
            AwayPlayer4NameKey = OnCourt(4), AwayPlayer5NameKey = OnCourt(5), HomePlayer1NameKey = OnCourt(6), HomePlayer2NameKey = OnCourt(7), HomePlayer3NameKey = OnCourt(8),
            HomePlayer4NameKey = OnCourt(9), HomePlayer5NameKey = OnCourt(10), DataSource = source, Source = "test", AsOf = Day.At(30),
        };
    }
}
