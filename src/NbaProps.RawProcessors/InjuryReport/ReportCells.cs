using System.Text.RegularExpressions;

using NbaProps.Domain.Injuries;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>What stands in one column of a line.</summary>
/// <param name="Start">Its first character's place in the line, from 0.</param>
/// <param name="Text">The text; no two spaces in it stand together.</param>
internal readonly record struct ReportCell(int Start, string Text);

/// <summary>
/// The cells of a line. Two spaces or more part columns: the league's columns are so wide that no cell comes nearer to the next one. Places of
/// columns differ from page to page, and the header stands on the first alone, so that a cell is known by what it says and by its neighbours.
/// </summary>
internal static partial class ReportCells
{
    public const string NotYetSubmitted = "NOT YET SUBMITTED";

    public static readonly IReadOnlyList<string> Header = ["Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason"];

    public static IReadOnlyList<ReportCell> Of(TextLine line) => [.. Cell().Matches(line.Text).Select(cell => new ReportCell(cell.Index, cell.Value))];

    public static bool IsHeader(IReadOnlyList<ReportCell> cells) => cells.Select(cell => cell.Text).SequenceEqual(Header, StringComparer.Ordinal);

    /// <summary>The place of the status among the cells: never the first, because a player stands before it. -1 when there is none.</summary>
    public static int StatusAt(IReadOnlyList<ReportCell> cells)
    {
        for (var index = 1; index < cells.Count; index++)
        {
            if (InjuryStatuses.TryParseReport(cells[index].Text, out _))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Where a reason may begin on a page: right of its statuses, or where its teams' missing reports are said to be missing. Null when it has neither.</summary>
    public static int? ReasonFrom(IEnumerable<IReadOnlyList<ReportCell>> page)
    {
        int? from = null;
        foreach (var cells in page)
        {
            var status = StatusAt(cells);
            var place = status >= 0 ? cells[status].Start + 1 : cells is [.., { Text: NotYetSubmitted } missing] ? missing.Start : (int?)null;
            from = place is null || from < place ? from : place;
        }

        return from;
    }

    [GeneratedRegex(@"\S+( \S+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();
}
