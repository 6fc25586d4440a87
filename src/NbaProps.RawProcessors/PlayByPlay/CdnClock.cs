using System.Globalization;

using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>When in a game something happened.</summary>
/// <param name="Period">1 to 14.</param>
/// <param name="Remaining">Seconds that remain of the period, 0 to 720.</param>
/// <param name="Elapsed">Seconds of the period that are over, 0 to 720.</param>
internal readonly record struct CdnClock(int Period, double Remaining, double Elapsed)
{
    /// <summary>Reads an action's period and clock, such as PT11M42.00S.</summary>
    /// <exception cref="PermanentException">They are none, or there is more on the clock than the period is long.</exception>
    public static CdnClock Of(PayloadNode action)
    {
        var number = action.Required("period");
        var period = number.WholeOrNull() is { } stated and >= 1 and <= PlayLimits.Period
            ? stated
            : throw number.Refused(string.Create(CultureInfo.InvariantCulture, $"a period from 1 to {PlayLimits.Period}"));
        var kind = action.Required("periodType");
        var length = kind.Text() switch
        {
            "REGULAR" => PlayLimits.QuarterSeconds,
            "OVERTIME" => PlayLimits.OvertimeSeconds,
            _ => throw kind.Refused("REGULAR or OVERTIME"),
        };
        var clock = action.Required("clock");
        return TrySeconds(clock.Text(), out var remaining) && remaining <= length
            ? new CdnClock(period, (double)remaining, (double)(length - remaining))
            : throw clock.Refused(string.Create(CultureInfo.InvariantCulture, $"a clock such as PT11M42.00S, up to {length / 60} minutes"));
    }

    // As decimal, so that 0.1 of a second stays one.
    private static bool TrySeconds(string text, out decimal seconds)
    {
        seconds = 0;
        var end = text.IndexOf('M', StringComparison.Ordinal);
        if (!text.StartsWith("PT", StringComparison.Ordinal) || end < 0 || text[^1] != 'S'
            || !int.TryParse(text.AsSpan(2..end), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || !decimal.TryParse(text.AsSpan(end + 1, text.Length - end - 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rest)
            || rest >= 60)
        {
            return false;
        }

        seconds = (minutes * 60) + rest;
        return true;
    }
}
