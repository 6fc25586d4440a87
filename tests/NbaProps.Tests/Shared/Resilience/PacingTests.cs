using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Resilience;

public class PacingTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Starts_are_handed_out_evenly_and_idle_time_is_not_saved_up()
    {
        var pacer = new RatePacer(2, _time);
        pacer.Reserve(TimeSpan.MaxValue).ShouldBe(TimeSpan.Zero);
        pacer.Reserve(TimeSpan.MaxValue).ShouldBe(TimeSpan.FromSeconds(0.5));

        _time.Advance(TimeSpan.FromMinutes(1));
        pacer.Reserve(TimeSpan.MaxValue).ShouldBe(TimeSpan.Zero);
        pacer.Reserve(TimeSpan.MaxValue).ShouldBe(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void A_start_that_is_too_far_away_is_left_to_others()
    {
        var pacer = new RatePacer(1, _time);
        pacer.Reserve(TimeSpan.Zero).ShouldBe(TimeSpan.Zero);
        pacer.Reserve(TimeSpan.FromSeconds(0.9)).ShouldBeNull();
        pacer.Reserve(TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 4)]
    [InlineData(3, 0.5, 3)]
    [InlineData(60, 0, 10)]
    [InlineData(int.MaxValue, 0, 10)]
    public void Waits_double_up_to_the_longest(int attempt, double random, double seconds) =>
        new BackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), () => random).After(attempt).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void A_pause_ends_in_the_call_that_moves_the_clock() => FakeTimeProvider.Inline(() =>
    {
        var pause = Pause.ForAsync(TimeSpan.FromSeconds(2), _time, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        pause.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        pause.IsCompletedSuccessfully.ShouldBeTrue();
    });
}
