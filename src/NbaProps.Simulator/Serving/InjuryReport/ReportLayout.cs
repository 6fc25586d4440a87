using System.Globalization;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Simulator.Serving.InjuryReport;

/// <summary>
/// Lays an edition out as the league prints it: landscape A4, a title and a number on each page, the header on the first; date, time, matchup and
/// team only where they change; names without marks; a player in the middle of a reason that fills several lines.
/// </summary>
internal sealed class ReportLayout
{
    private const int ReasonWidth = 40;

    private static readonly int[] Columns = [0, 13, 26, 36, 66, 102, 119];
    private static readonly string[] Header = ["Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason"];

    // A title and a blank line above; two blank lines and the page's number below.
    private static readonly int Room = Paper.Report.Lines - 5;

    private readonly List<List<string>> _pages = [[Row(Header), string.Empty]];
    private string?[] _before = new string?[4];

    private ReportLayout()
    {
    }

    /// <summary>The PDF of an edition.</summary>
    /// <param name="publishedAt">What the title says.</param>
    /// <param name="teams">Its teams.</param>
    public static byte[] Write(DateTimeOffset publishedAt, IEnumerable<TeamReport> teams)
    {
        var layout = new ReportLayout();
        foreach (var team in teams)
        {
            layout.Add(team);
        }

        return PdfFile.Write(Paper.Report, layout.Pages(publishedAt));
    }

    private static string Row(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is { Length: > 0 } cell)
            {
                line.Append(' ', Columns[column] - line.Length).Append(cell);
            }
        }

        return line.ToString();
    }

    private static List<string> Wrapped(string reason)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in reason.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (longer.Length <= ReasonWidth)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private void Add(TeamReport team)
    {
        var eastern = GameDate.ToEastern(team.Game.Scheduled.TipOff);
        string[] place =
        [
            eastern.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture), eastern.ToString("hh:mm '(ET)'", CultureInfo.InvariantCulture),
            $"{team.Game.Scheduled.Away}@{team.Game.Scheduled.Home}", TeamSpellings.SimulatedFullName(team.Team),
        ];
        switch (team.Listed)
        {
            case null:
                Add([Row([.. Changed(place), null, null, "NOT YET SUBMITTED"])]);
                break;
            case []:
                Add([Row(Changed(place))]);
                break;
            default:
                foreach (var player in team.Listed)
                {
                    Add(Lines([.. Changed(place), PlainLetters.Of($"{player.Absence.Player.LastName}, {player.Absence.Player.GivenName}"), player.Status.ToReportName()], player.Absence.Reason));
                }

                break;
        }
    }

    private static List<string> Lines(string?[] cells, string reason)
    {
        var pieces = Wrapped(reason);
        if (pieces.Count % 2 == 0)
        {
            // Nothing of the reason stands in the middle.
            pieces.Insert(pieces.Count / 2, string.Empty);
        }

        return [.. pieces.Select((piece, at) => at == pieces.Count / 2 ? Row([.. cells, piece]) : Row(null, null, null, null, null, null, piece))];
    }

    // What stands to the right of something that changed is written too.
    private string?[] Changed(string[] place)
    {
        var first = Enumerable.Range(0, place.Length).Where(at => !string.Equals(place[at], _before[at], StringComparison.Ordinal)).DefaultIfEmpty(place.Length).First();
        _before = place;
        return [.. place.Select((cell, at) => at < first ? null : cell)];
    }

    private void Add(List<string> row)
    {
        if (_pages[^1].Count + row.Count > Room)
        {
            _pages.Add([]);
        }

        _pages[^1].AddRange([.. row, string.Empty]);
    }

    private TextPage[] Pages(DateTimeOffset publishedAt)
    {
        var title = $"Injury Report: {GameDate.ToEastern(publishedAt).ToString("MM/dd/yy hh:mm tt", CultureInfo.InvariantCulture)}";
        return [.. _pages.Select((lines, at) => new TextPage(
            [new string(' ', 62) + title, string.Empty, .. lines, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{new string(' ', 72)}Page {at + 1} of {_pages.Count}")]))];
    }
}
