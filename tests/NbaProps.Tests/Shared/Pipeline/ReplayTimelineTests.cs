using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class ReplayTimelineTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly DateTimeOffset CutOff = new(2026, 1, 16, 0, 30, 0, TimeSpan.Zero);

    private readonly InMemoryStateStore _state = new(new FakeTimeProvider());

    [Fact]
    public async Task What_was_captured_for_a_moment_comes_after_it_although_the_scrapers_clock_is_behind_the_watchers()
    {
        await ReachAsync(Moment.CutOff, CutOff, reachedAt: CutOff.AddSeconds(27));
        await CaptureAsync("odds", CutOff, capturedAt: CutOff.AddSeconds(17));

        var step = (await ReplayTimeline.ReadAsync(_state, CancellationToken.None)).ShouldHaveSingleItem();
        step.At.ShouldBe(CutOff.AddSeconds(27));
        step.Reached.ShouldBe([(Day, Moment.CutOff)]);
        step.Captured.ShouldBe([("odds", Day)]);
    }

    [Fact]
    public async Task What_was_captured_for_the_moment_before_stays_before()
    {
        await ReachAsync(Moment.Context, CutOff.AddHours(-10), reachedAt: CutOff.AddHours(-10));
        await CaptureAsync("odds", CutOff.AddHours(-10), capturedAt: CutOff.AddSeconds(17));
        await ReachAsync(Moment.CutOff, CutOff, reachedAt: CutOff.AddSeconds(27));

        var steps = await ReplayTimeline.ReadAsync(_state, CancellationToken.None);
        steps.Select(step => (step.At, step.Captured.Count, step.Reached.Count)).ShouldBe(
            [(CutOff.AddHours(-10), 0, 1), (CutOff.AddSeconds(17), 1, 0), (CutOff.AddSeconds(27), 0, 1)]);
    }

    private async Task ReachAsync(Moment moment, DateTimeOffset asOf, DateTimeOffset reachedAt) =>
        (await new GameDays(_state, new FakeTimeProvider(), new RuntimeOptions()).ReachAsync(Day, moment, asOf, 1, string.Empty, reachedAt, CancellationToken.None)).ShouldBeTrue();

    private Task CaptureAsync(string scraper, DateTimeOffset asOf, DateTimeOffset capturedAt)
    {
        var capture = new CaptureDocument { Path = $"{scraper}/{Day}/a", AsOf = asOf, CapturedAt = capturedAt, Hash = "a", Order = 0 };
        return _state.CommitAsync([new DocumentWrite(new DocumentPath("captures", $"{scraper}|{Day}|a"), StateJson.Write(capture), Precondition.None)], CancellationToken.None);
    }
}
