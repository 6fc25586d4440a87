using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Nba;

/// <summary>
/// Reads a game's start, which the league writes twice: as Eastern wall time, mostly with a wrong Z, and as UTC time. Midnight Eastern is how it
/// writes a time that is to be determined.
/// </summary>
internal static class LeagueTipOff
{
    /// <summary>The Eastern sports day of a wall time.</summary>
    public static GameDate Day(PayloadNode eastern) =>
        GameDate.TryParse(Wall(eastern).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : throw eastern.Refused("a time from 2007 on");

    /// <summary>The start.</summary>
    /// <param name="eastern">The wall time.</param>
    /// <param name="utc">The same moment in UTC.</param>
    /// <param name="date">The sports day of the game.</param>
    public static TipOff Of(PayloadNode eastern, PayloadNode utc, GameDate date)
    {
        var wall = Wall(eastern);
        if (wall.TimeOfDay == TimeSpan.Zero)
        {
            return TipOff.AssumedFor(date);
        }

        return DateOnly.FromDateTime(wall) == date.ToDateOnly() && date.At(wall.Hour, wall.Minute) == utc.Instant()
            ? TipOff.Known(utc.Instant())
            : throw utc.Refused($"the UTC time of {wall:yyyy-MM-dd HH:mm} Eastern on {date}");
    }

    // The clock as it is written, whichever zone it claims: Z is wrong, an offset would be right. A time alone would be read as today's.
    private static DateTime Wall(PayloadNode node) =>
        node.Text() is [_, _, _, _, '-', ..] && DateTimeOffset.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var written)
            ? written.DateTime
            : throw node.Refused("an Eastern time such as 2024-01-24T20:40:00Z");
}
