using FsCheck.Fluent;
using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain.Calendar;

public sealed class GameDateTests
{
    [Fact]
    public void A_late_game_in_the_west_belongs_to_the_evening_it_began_on()
        => GameDate.FromInstant(new DateTimeOffset(2024, 1, 26, 3, 30, 0, TimeSpan.Zero)).ShouldBe(new GameDate(2024, 1, 25));

    [Theory]
    [InlineData("2024-01-26T04:59:59Z", "2024-01-25")]
    [InlineData("2024-01-26T05:00:00Z", "2024-01-26")]
    [InlineData("2024-06-10T03:59:59Z", "2024-06-09")]
    [InlineData("2024-06-10T04:00:00Z", "2024-06-10")]
    [InlineData("2024-06-10T05:30:00+09:00", "2024-06-09")]
    public void The_day_turns_at_eastern_midnight(string instant, string date)
        => GameDate.FromInstant(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ToString().ShouldBe(date);

    [Fact]
    public void Every_wall_time_of_a_day_falls_on_that_day()
        => Property.ForAll(
            from date in Samples.GameDates
            from hour in Gen.Choose(0, 23)
            from minute in Gen.Choose(0, 59)
            select (date, hour, minute),
            at => GameDate.FromInstant(at.date.At(at.hour, at.minute)).ShouldBe(at.date));

    [Fact]
    public void Hours_past_twenty_four_are_the_next_morning()
        => new GameDate(2024, 1, 25).At(25, 15).ShouldBe(new GameDate(2024, 1, 26).At(1, 15));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(31, 0)]
    [InlineData(12, 60)]
    [InlineData(12, -1)]
    public void A_wall_time_that_no_clock_shows_is_refused(int hour, int minute)
        => Should.Throw<ArgumentOutOfRangeException>(() => new GameDate(2024, 1, 25).At(hour, minute));

    [Fact]
    public void Adding_days_and_counting_them_agree()
        => Property.ForAll(
            from date in Samples.GameDates
            from days in Gen.Choose(-400, 400)
            where date.DaysSince(GameDate.MinValue) + days >= 0 && GameDate.MaxValue.DaysSince(date) >= days
            select (date, days),
            at =>
            {
                var other = at.date.AddDays(at.days);
                other.DaysSince(at.date).ShouldBe(at.days);
                (other > at.date).ShouldBe(at.days > 0);
                (other >= at.date).ShouldBe(at.days >= 0);
                (other < at.date).ShouldBe(at.days < 0);
                (other <= at.date).ShouldBe(at.days <= 0);
            });

    [Theory]
    [InlineData(2006, 12, 31)]
    [InlineData(2200, 1, 1)]
    [InlineData(2023, 2, 29)]
    [InlineData(1, 1, 1)]
    public void A_date_outside_the_calendar_is_refused(int year, int month, int day)
        => Should.Throw<ArgumentOutOfRangeException>(() => new GameDate(year, month, day));

    [Theory]
    [InlineData("2006-12-31")]
    [InlineData("2024-01-15T00:00:00")]
    [InlineData("01/15/2024")]
    [InlineData("2024-01-15 ")]
    [InlineData("TODAY")]
    [Trait("Incident", "O-07")]
    public void Only_the_written_form_is_read(string text) => GameDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Its_parts_are_those_of_the_calendar()
    {
        var date = GameDate.FromDateOnly(new DateOnly(2022, 12, 27));
        (date.Year, date.Month, date.Day, date.DayOfWeek).ShouldBe((2022, 12, 27, DayOfWeek.Tuesday));
        date.ToDateOnly().ShouldBe(new DateOnly(2022, 12, 27));
    }
}
