using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class GameClockTests
{
    private static readonly DateTimeOffset Start = new GameDate(2022, 12, 27).At(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_live_clock_is_the_wall_clock()
    {
        var clock = GameClock.Live(_time);
        _time.Advance(TimeSpan.FromHours(3));

        clock.Now.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public void Processes_that_are_told_the_same_agree_whenever_they_begin()
    {
        var startedAt = _time.GetUtcNow();
        var early = GameClock.Simulated(_time, Start, startedAt, 60);
        _time.Advance(TimeSpan.FromMinutes(5));
        var late = GameClock.Simulated(_time, Start, startedAt, 60);
        _time.Advance(TimeSpan.FromMinutes(1));

        early.Now.ShouldBe(Start.AddHours(6));
        late.Now.ShouldBe(early.Now);
    }

    [Fact]
    public void A_clock_without_hurry_stands_still()
    {
        var clock = GameClock.Simulated(_time, Start, Start, 0);
        _time.Advance(TimeSpan.FromDays(1));

        clock.Now.ShouldBe(Start);
    }

    [Fact]
    public void A_held_clock_stands_where_it_was_put()
    {
        var clock = new HeldGameClock();
        clock.Now.ShouldBe(DateTimeOffset.MinValue);
        clock.Hold(Start);

        (clock.Now, clock.Now.Offset).ShouldBe((Start, TimeSpan.Zero));
    }
}
