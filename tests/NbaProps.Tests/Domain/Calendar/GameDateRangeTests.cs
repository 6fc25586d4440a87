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

    [Fact]
    public void It_comes_apart_into_its_ends()
    {
        var (from, to) = new GameDateRange(new(2024, 1, 1), new(2024, 1, 2));
        to.DaysSince(from).ShouldBe(1);
    }
}
