using System.Globalization;

using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Serving.InjuryReport;

/// <summary>A file of the league's injury report, as its name says: of an hour, and since 23 December 2025 of a quarter of an hour.</summary>
/// <param name="Date">The Eastern day.</param>
/// <param name="PublishedAt">When it appears, UTC: what the title says. A file that is named after an hour appears in its middle, as 12PM did at 12:30.</param>
internal readonly record struct ReportSlot(GameDate Date, DateTimeOffset PublishedAt)
{
    private const string Beginning = "Injury-Report_";
    private const string End = ".pdf";

    private static readonly GameDate Quarters = new(2025, 12, 23);

    /// <summary>Reads a file's name; null when the league would have written none so.</summary>
    public static ReportSlot? Of(string file)
    {
        if (!file.StartsWith(Beginning, StringComparison.Ordinal) || !file.EndsWith(End, StringComparison.Ordinal) || file.Length < Beginning.Length + 11 + End.Length)
        {
            return null;
        }

        var (day, time) = (file.Substring(Beginning.Length, 10), file[(Beginning.Length + 10)..^End.Length]);
        if (!GameDate.TryParse(day, out var date))
        {
            return null;
        }

        var quarters = date >= Quarters;
        return TimeOnly.TryParseExact(time, quarters ? "'_'hh'_'mmtt" : "'_'hhtt", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Minute % 15 == 0
            ? new(date, date.At(at.Hour, quarters ? at.Minute : 30))
            : null;
    }
}
