using System.Globalization;

using NbaProps.Domain.Calendar;

namespace NbaProps.Operations;

/// <summary>The dates that a trouble concerns, in a sentence that does not grow with it.</summary>
internal static class ConcernedDates
{
    private const int Most = 10;

    /// <summary>The last ten, and how many there are before.</summary>
    /// <param name="dates">All of them, ascending.</param>
    public static string Of(IReadOnlyList<GameDate> dates) => dates.Count <= Most
        ? $"Dates concerned: {string.Join(", ", dates)}."
        : string.Create(CultureInfo.InvariantCulture, $"Dates concerned: {string.Join(", ", dates.TakeLast(Most))} and {dates.Count - Most} before.");
}
