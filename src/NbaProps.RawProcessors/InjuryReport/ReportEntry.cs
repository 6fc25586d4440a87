using NbaProps.Domain.Injuries;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>What a line of the table is.</summary>
/// <param name="Line">The line.</param>
internal abstract record ReportEntry(TextLine Line)
{
    /// <summary>A player's line. Part of his reason may stand on the lines above and below: his name is centred against it.</summary>
    public sealed record Player(TextLine Line, ReportPlace Place, string Name, InjuryStatus Status, string? Reason) : ReportEntry(Line);

    /// <summary>A piece of a reason that fills several lines.</summary>
    public sealed record Piece(TextLine Line, string Text) : ReportEntry(Line);

    /// <summary>A team without players.</summary>
    public sealed record Nobody(TextLine Line, ReportPlace Place, string Why) : ReportEntry(Line);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reasonFrom">Where a reason may begin on its page.</param>
    /// <param name="place">What the line before said; then what this one says.</param>
    public static ReportEntry Of(TextLine line, int? reasonFrom, ref ReportPlace place)
    {
        var cells = ReportCells.Of(line);
        if (cells is [var only] && reasonFrom <= only.Start && only.Text is not ReportCells.NotYetSubmitted)
        {
            return new Piece(line, only.Text);
        }

        place = place.Next(line, cells, out var taken);
        var rest = cells.Skip(taken).ToArray();
        var at = ReportCells.StatusAt(rest);
        if (at is 1 or 2)
        {
            place = at == 2 ? place with { Team = rest[0].Text } : place;
            var reason = string.Join(' ', rest.Skip(at + 1).Select(cell => cell.Text));
            _ = InjuryStatuses.TryParseReport(rest[at].Text, out var status);
            return new Player(line, place, rest[at - 1].Text, status, reason.Length == 0 ? null : reason);
        }

        switch (rest)
        {
            case [{ Text: ReportCells.NotYetSubmitted }]:
                return new Nobody(line, place, ReportCells.NotYetSubmitted);
            case [var team, { Text: ReportCells.NotYetSubmitted }]:
                place = place with { Team = team.Text };
                return new Nobody(line, place, ReportCells.NotYetSubmitted);
            case [var team]:
                place = place with { Team = team.Text };
                return new Nobody(line, place, "no player is listed");
            default:
                throw line.Refused($"[Game Date] [Game Time] [Matchup] [Team] and a player, his status ({string.Join(", ", InjuryStatuses.All.Select(status => status.ToReportName()))}) and a reason, or {ReportCells.NotYetSubmitted}");
        }
    }
}
