using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>A report without what only frames its table: the title and the number of each page, the header of the first.</summary>
/// <param name="ReportAt">The moment in the title, UTC.</param>
/// <param name="Pages">The lines of each page, blank ones included.</param>
internal sealed partial record ReportPages(DateTimeOffset ReportAt, IReadOnlyList<IReadOnlyList<TextLine>> Pages)
{
    /// <summary>Takes a text apart and sees to it that it is whole: a title and a number on each of its pages.</summary>
    /// <exception cref="PermanentException">It is not.</exception>
    public static ReportPages Of(string file, IReadOnlyList<TextLine> lines)
    {
        var pages = lines.GroupBy(line => line.Page).Select(page => page.ToArray()).Where(page => page.Any(line => !line.IsBlank)).ToArray();
        DateTimeOffset? reportAt = null;
        var bodies = new List<IReadOnlyList<TextLine>>();
        foreach (var (index, page) in pages.Index())
        {
            var title = page.First(line => !line.IsBlank);
            var moment = MomentOf(title);
            if ((reportAt ??= moment) != moment)
            {
                throw title.Refused("the title of the first page: a text is one report");
            }

            var last = page.Last(line => !line.IsBlank);
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {pages.Length}");
            if (!string.Equals(last.Text.Trim(), number, StringComparison.Ordinal))
            {
                throw last.Refused($"{number} at the end of a page of a whole report");
            }

            bodies.Add([.. page.Where(line => line != title && line != last && !ReportCells.IsHeader(ReportCells.Of(line)))]);
        }

        return new ReportPages(reportAt ?? throw new PermanentException($"{file}: is empty; accepted is {Accepted}"), bodies);
    }

    private const string Accepted = "a report that begins with a title such as Injury Report: 01/04/24 12:30 PM";

    private static DateTimeOffset MomentOf(TextLine title)
    {
        var found = Title().Match(title.Text.Trim());
        return found.Success && ReportPlace.ParseDate(found.Groups["date"].Value, "MM/dd/yy") is { } date
            && TimeOnly.TryParseExact(found.Groups["time"].Value, "hh:mm tt", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? date.At(time.Hour, time.Minute)
                : throw title.Refused(Accepted);
    }

    [GeneratedRegex("^" + InjuryReportText.Title + @" (?<date>[0-9]{2}/[0-9]{2}/[0-9]{2}) (?<time>[0-9]{2}:[0-9]{2} [AP]M)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();
}
