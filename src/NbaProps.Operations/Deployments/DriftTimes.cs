using NbaProps.Domain.Calendar;

namespace NbaProps.Operations.Deployments;

/// <summary>When the watcher looks for drift: at 08:00, 10:00 and so on to 20:00 Pacific time, or as soon after as it can.</summary>
internal static class DriftTimes
{
    // Both coasts change their clocks on the same night, so that by day the Pacific is three hours behind the East the whole year.
    private const int First = 8 + 3;
    private const int Last = 20 + 3;
    private const int Every = 2;

    /// <summary>The look that an instant belongs to; null by night. A look that was missed is made until the next one is due, the last until the hour is over.</summary>
    /// <param name="now">Wall clock.</param>
    public static DateTimeOffset? LookOf(DateTimeOffset now)
    {
        var eastern = GameDate.ToEastern(now);
        return eastern.Hour is >= First and <= Last
            ? new DateTimeOffset(eastern.Date.AddHours(eastern.Hour - ((eastern.Hour - First) % Every)), eastern.Offset)
            : null;
    }
}
