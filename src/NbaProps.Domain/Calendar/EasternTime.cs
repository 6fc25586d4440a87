namespace NbaProps.Domain.Calendar;

/// <summary>
/// US Eastern wall time by the rule in force since 2007 (Energy Policy Act of 2005): daylight time, UTC-4, from the second
/// Sunday of March 02:00 to the first Sunday of November 02:00; standard time, UTC-5, otherwise.
/// </summary>
/// <remarks>Written out because slim images carry no time zone data, and a missing zone must not stop or change a game day.</remarks>
internal static class EasternTime
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Daylight = TimeSpan.FromHours(-4);

    /// <summary>Offset from UTC in force at an instant.</summary>
    public static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var starts = NthSunday(utc.Year, 3, 2).AddHours(7);
        var ends = NthSunday(utc.Year, 11, 1).AddHours(6);
        return utc >= starts && utc < ends ? Daylight : Standard;
    }

    /// <summary>The UTC instant at which Eastern clocks show a wall time.</summary>
    /// <remarks>
    /// 01:00-01:59 on the November Sunday happens twice: the first, daylight, occurrence is meant. 02:00-02:59 on the March
    /// Sunday does not happen: the clock is one hour further on, as if the change had not been made.
    /// </remarks>
    public static DateTimeOffset InstantOf(DateTime wall)
    {
        var starts = NthSunday(wall.Year, 3, 2).AddHours(3);
        var ends = NthSunday(wall.Year, 11, 1).AddHours(2);
        var offset = wall >= starts && wall < ends ? Daylight : Standard;
        return new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }

    private static DateTime NthSunday(int year, int month, int nth)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (nth - 1)));
    }
}
