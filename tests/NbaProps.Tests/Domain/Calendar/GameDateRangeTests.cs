using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain.Calendar;

public sealed class GameDateRangeTests
{
    [Fact]
    public void It_lists_its_dates_oldest_first_ends_included()
    {
        var range = GameDateRange.Parse("2024-02-28..2024-03-01");
        range.ShouldBe([new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1)]);
        range.Days.ShouldBe(3);
    }

    [Fact]
    public void It_holds_exactly_the_dates_it_lists()
        => Property.ForAll(Samples.Ranges, range =>
        {
            var dates = range.ToList();
            dates.Count.ShouldBe(range.Days);
            dates.ShouldBe(dates.Order());
            dates.ShouldAllBe(date => range.Contains(date));
            if (range.From > GameDate.MinValue)
                range.Contains(range.From.AddDays(-1)).ShouldBeFalse();
            range.Contains(range.To.AddDays(1)).ShouldBeFalse();
        });

    [Fact]
    public void One_that_ends_before_it_starts_is_refused()
    {
        Should.Throw<ArgumentException>(() => new GameDateRange(From: new(2024, 1, 2), To: new(2024, 1, 1)))
            .Message.ShouldStartWith("A range ends on or after its first date: 2024-01-02 to 2024-01-01 was given.");
        GameDateRange.TryParse("2024-01-02..2024-01-01", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2024-01-05", -2, -1, "2024-01-03..2024-01-04")]
    [InlineData("2007-01-02", -7, 0, "2007-01-01..2007-01-02")]
    [InlineData("2007-01-01", -7, -1, null)]
    [InlineData("2199-12-30", 1, 60, "2199-12-31..2199-12-31")]
    [InlineData("2199-12-31", 1, 60, null)]
    [InlineData("2199-12-31", int.MinValue, int.MaxValue, "2007-01-01..2199-12-31")]
    [InlineData("2024-01-05", 2, 1, null)]
    public void Around_a_date_it_ends_where_game_dates_do(string date, int from, int to, string? range) =>
        (GameDateRange.Around(GameDate.Parse(date), from, to)?.ToString()).ShouldBe(range);

    [Fact]
    public void It_comes_apart_into_its_ends()
    {
        var (from, to) = new GameDateRange(new(2024, 1, 1), new(2024, 1, 2));
        to.DaysSince(from).ShouldBe(1);
    }
}
