using NbaProps.Cli.Running;
using NbaProps.Hosting.Configuration;

namespace NbaProps.Tests.Cli;

/// <summary>How often a hurried clock is looked at.</summary>
public sealed class HurryTests
{
    [Theory]
    [InlineData(1, 30, 300)]
    [InlineData(0.5, 30, 300)]
    [InlineData(60, 2, 5)]
    [InlineData(10, 12, 30)]
    [InlineData(3600, 0.1, 5)]
    public void Looks_follow_the_league_and_not_the_wall(double factor, double look, double tick)
    {
        var options = Hurry.Of(new NbaPropsOptions(), factor).Operations;
        (options.ScheduleInterval, options.TickInterval).ShouldBe((TimeSpan.FromSeconds(look), TimeSpan.FromSeconds(tick)));
    }

    [Fact]
    public void At_the_most_hurry_that_is_accepted_a_cut_off_is_seen_well_before_the_first_game() =>
        (Hurry.Of(new NbaPropsOptions(), Hurry.Most).Operations.ScheduleInterval * Hurry.Most).ShouldBeLessThan(TimeSpan.FromMinutes(10));
}
