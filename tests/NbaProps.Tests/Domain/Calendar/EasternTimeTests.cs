using FsCheck.Fluent;
using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain.Calendar;

public sealed class EasternTimeTests
{
    [SkippableFact]
    public void The_offset_is_that_of_the_time_zone_database_at_every_instant()
    {
        var newYork = NewYork();
        Property.ForAll(Gen.Choose(0, 30 * 366 * 24 * 4), quarters =>
        {
            var instant = new DateTimeOffset(2007, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quarters);
            EasternTime.OffsetAt(instant).ShouldBe(newYork.GetUtcOffset(instant), instant.ToString("O"));
        });
    }

    [SkippableFact]
    public void The_offset_changes_at_the_same_minute_as_in_the_time_zone_database_in_every_year()
    {
        var newYork = NewYork();
        foreach (var year in Enumerable.Range(2007, 31))
        {
            foreach (var month in new[] { 3, 11 })
            {
                // Every half hour of the first fortnight, and the minute before.
                for (var minute = 0; minute < 16 * 24 * 60; minute += 30)
                {
                    var instant = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
                    EasternTime.OffsetAt(instant).ShouldBe(newYork.GetUtcOffset(instant));
                    EasternTime.OffsetAt(instant.AddTicks(-1)).ShouldBe(newYork.GetUtcOffset(instant.AddTicks(-1)));
                }
            }
        }
    }

    [Fact]
    public void A_wall_time_becomes_the_instant_at_which_clocks_show_it()
        => Property.ForAll(
            from date in Samples.GameDates.Where(date => date < GameDate.MaxValue)
            from hour in Gen.Choose(0, 30)
            from minute in Gen.Choose(0, 59)
            select (date, hour, minute),
            at =>
            {
                var instant = at.date.At(at.hour, at.minute);
                instant.Offset.ShouldBe(TimeSpan.Zero);
                var wall = instant.ToOffset(EasternTime.OffsetAt(instant)).DateTime;
                var asked = at.date.ToDateOnly().ToDateTime(TimeOnly.MinValue).AddHours(at.hour).AddMinutes(at.minute);
                var skipped = asked.Month == 3 && asked.Hour == 2 && asked.DayOfWeek == DayOfWeek.Sunday && asked.Day is >= 8 and <= 14;
                wall.ShouldBe(skipped ? asked.AddHours(1) : asked);
            });

    [Fact]
    public void The_hour_that_happens_twice_is_taken_the_first_time()
        => new GameDate(2024, 11, 3).At(1, 30).ShouldBe(new DateTimeOffset(2024, 11, 3, 5, 30, 0, TimeSpan.Zero));

    [Fact]
    public void The_hour_that_does_not_happen_is_the_hour_after()
        => new GameDate(2024, 3, 10).At(2, 30).ShouldBe(new DateTimeOffset(2024, 3, 10, 7, 30, 0, TimeSpan.Zero));

    private static TimeZoneInfo NewYork()
    {
        var found = TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone);
        Skip.IfNot(found, "This machine has no time zone data.");
        return zone!;
    }
}
