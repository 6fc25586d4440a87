using NbaProps.Domain.Odds;

namespace NbaProps.Tests.Domain.Odds;

public sealed class PointsLineTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("31.25")]
    [InlineData("80.5")]
    [InlineData("1e1")]
    [InlineData("31,5")]
    [InlineData(" 31.5")]
    public void A_number_that_is_no_line_is_refused(string text) => PointsLine.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("31.5", "31.5", false)]
    [InlineData("32", "32", true)]
    [InlineData("32.0", "32", true)]
    [InlineData("0.5", "0.5", false)]
    [InlineData("80", "80", true)]
    public void A_line_is_written_in_one_way_only(string text, string written, bool canPush)
    {
        PointsLine.Parse(text).ToString().ShouldBe(written);
        PointsLine.Parse(text).CanPush.ShouldBe(canPush);
        PointsLine.Parse(text).ShouldBe(PointsLine.Parse(written));
        PointsLine.Parse(text).GetHashCode().ShouldBe(PointsLine.Parse(written).GetHashCode());
    }

    [Fact]
    public void A_sources_number_becomes_the_same_line_from_either_type()
        => Property.ForAll(Samples.Lines, line =>
        {
            PointsLine.TryCreate(line.ToDouble(), out var fromDouble).ShouldBeTrue();
            PointsLine.TryCreate(line.Value, out var fromDecimal).ShouldBeTrue();
            (fromDouble, fromDecimal).ShouldBe((line, line));
            (line.Value % 0.5m).ShouldBe(0);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(-1)]
    [InlineData(12.3)]
    public void A_number_of_a_source_that_is_no_line_is_refused(double value) => PointsLine.TryCreate(value, out _).ShouldBeFalse();

    [Fact]
    public void Lines_compare_as_numbers()
    {
        var (low, high) = (new PointsLine(9.5m), new PointsLine(10));
        (low < high && high > low && low <= high && high >= low).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => new PointsLine(80.5m));
    }
}
