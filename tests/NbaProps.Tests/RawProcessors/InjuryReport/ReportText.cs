using System.Globalization;
using System.Text;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.InjuryReport;

namespace NbaProps.Tests.RawProcessors.InjuryReport;

/// <summary>An invented report in the layout of pdftotext: a title and a number on each page, the header on the first, columns elsewhere on each page.</summary>
internal sealed class ReportText
{
    public const string Title = "Injury Report: 01/04/24 12:30 PM";

    private readonly List<List<string>> _pages = [[]];

    public ReportText Line(string date = "", string time = "", string matchup = "", string team = "", string player = "", string status = "", string reason = "", bool blank = true)
    {
        string[] cells = [date, time, matchup, team, player, status, reason];
        int[] starts = [0, 13, 26, 36, 66, 92, 109];
        var line = new StringBuilder();
        foreach (var (cell, start) in cells.Zip(starts))
        {
            // Pages after the first have their columns elsewhere.
            var at = start + (4 * (_pages.Count - 1));
            if (cell.Length > 0)
            {
                line.Append(' ', at - line.Length).Append(cell);
            }
        }

        _pages[^1].Add(line.ToString());
        _pages[^1].AddRange(blank ? [""] : Array.Empty<string>());
        return this;
    }

    public ReportText Player(string player, string status = "Out", string reason = "", bool blank = true) => Line(player: player, status: status, reason: reason, blank: blank);

    public ReportText Piece(string reason, bool blank = false) => Line(reason: reason, blank: blank);

    public ReportText NewPage()
    {
        _pages.Add([]);
        return this;
    }

    public override string ToString() => Render(_pages.Count);

    /// <summary>The text, as if the report had so many pages.</summary>
    public string Render(int pages)
    {
        var text = new StringBuilder();
        foreach (var (index, lines) in _pages.Index())
        {
            text.Append(' ', 40).Append(Title).Append('\n');
            text.Append(index == 0 ? "\nGame Date    Game Time    Matchup   Team                          Player Name               Current Status   Reason\n\n" : "");
            text.AppendJoin('\n', lines).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"\n\n                    Page {index + 1} of {pages}\n\f");
        }

        return text.ToString();
    }

    public Reading<InjuryReportLine> Read() => Read(ToString());

    public static Reading<InjuryReportLine> Read(string text)
    {
        using var payload = new RawPayload("reports/test.pdf", Encoding.UTF8.GetBytes(text));
        return InjuryReportText.Read(payload);
    }

    /// <summary>A report of one game of San Antonio, whose first line stands already.</summary>
    public static ReportText OfSanAntonio() =>
        new ReportText().Line("01/04/2024", "07:30 (ET)", "MIL@SAS", "San Antonio Spurs", "Able, Adam", "Out", "Rest");
}
