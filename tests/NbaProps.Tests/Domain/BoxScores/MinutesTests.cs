using NbaProps.Domain.BoxScores;

namespace NbaProps.Tests.Domain.BoxScores;

public sealed class MinutesTests
{
    [Theory]
    [InlineData("45:58", 2758)]
    [InlineData("0:05", 5)]
    [InlineData("00:00", 0)]
    [InlineData("265:00", 15900)]
    [InlineData("35", 2100)]
    [InlineData("07", 420)]
    [InlineData("PT45M58.00S", 2758)]
    [InlineData("PT08M47.40S", 527)]
    [InlineData("PT23M58.60S", 1439)]
    [InlineData("PT23M59.60S", 1440)]
    [InlineData("PT05M", 300)]
    [InlineData("PT00M00.00S", 0)]
    [InlineData("PT240M00.00S", 14400)]
    [Trait("Incident", "I-07")]
    public void Every_written_form_of_the_sources_is_read(string text, int seconds) => Minutes.Parse(text).Seconds.ShouldBe(seconds);

    [Theory]
    [InlineData("12:60")]
    [InlineData("12:5")]
    [InlineData("12:5.5")]
    [InlineData("-1")]
    [InlineData("-0:30")]
    [InlineData("12:-5")]
    [InlineData("1:00:00")]
    [InlineData("DNP")]
    [InlineData("35.5")]
    [InlineData("PT12M5")]
    [InlineData("PTM5S")]
    [InlineData("PT12MS")]
    [InlineData("1001")]
    [InlineData("1000:01")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData("12:")]
    [InlineData(":30")]
    [Trait("Incident", "I-07")]
    public void Anything_else_is_refused(string text) => Minutes.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Played_means_above_zero()
    {
        Minutes.Zero.IsPlayed.ShouldBeFalse();
        Minutes.FromSeconds(1).IsPlayed.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => Minutes.FromSeconds(-1));
    }

    [Fact]
    public void Times_add_up_and_compare_as_seconds_do()
    {
        (Minutes.Parse("45:58") + Minutes.Parse("0:02")).ShouldBe(Minutes.FromMinutes(46));
        Minutes.Parse("45:30").TotalMinutes.ShouldBe(45.5);
        (Minutes.Zero < Minutes.FromMinutes(1) && Minutes.FromMinutes(1) > Minutes.Zero).ShouldBeTrue();
        (Minutes.Zero <= Minutes.FromMinutes(1) && Minutes.FromMinutes(1) >= Minutes.Zero).ShouldBeTrue();
    }

    [Fact]
    public void The_same_time_in_every_form_is_one_value()
        => Property.ForAll(Samples.PlayingTimes, time =>
        {
            Minutes.Parse(FormattableString.Invariant($"PT{time.Seconds / 60:00}M{time.Seconds % 60:00}.00S")).ShouldBe(time);
            Minutes.Parse(FormattableString.Invariant($"{time.Seconds / 60:00}:{time.Seconds % 60:00}")).ShouldBe(time);
        });
}
