using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>The league's injury report, by the text that pdftotext -layout takes out of its PDF.</summary>
internal static class InjuryReportText
{
    public const string Title = "Injury Report:";

    /// <summary>
    /// The players of a report, in its order. Left out are teams that have not submitted theirs or list nobody (a row is a player, and nothing is
    /// known of any), games that are not between two of the thirty teams, and pieces of reasons of which it cannot be told whose they are.
    /// </summary>
    /// <exception cref="PermanentException">It is no whole report: the message names the line and what is accepted.</exception>
    public static Reading<InjuryReportLine> Read(RawPayload payload)
    {
        var report = ReportPages.Of(payload.Path, ExtractedText.Lines(payload));
        var (rows, leftOut) = (new OrderedDictionary<(GameDate, TeamTricode, NameKey), InjuryReportLine>(), new List<string>());
        foreach (var group in Groups(report))
        {
            foreach (var nobody in group.OfType<ReportEntry.Nobody>())
            {
                leftOut.Add($"{(nobody.Place.IsKnown ? nobody.Place with { Team = nobody.Place.TeamOf(nobody.Line).Value } : nobody.Place)}: {nobody.Why}");
            }

            foreach (var player in ReportReasons.Joined([.. group.Where(row => row is not ReportEntry.Nobody)], leftOut))
            {
                if (!player.Place.IsKnown)
                {
                    leftOut.Add($"{player.Name}, {player.Place}: not between two of the thirty teams");
                    continue;
                }

                var row = Row(report.ReportAt, player);
                if (!rows.TryAdd((row.GameDate, row.Team, row.NameKey), row))
                {
                    leftOut.Add(rows[(row.GameDate, row.Team, row.NameKey)] == row
                        ? $"{player.Name}, {player.Place}: is listed twice with the same words"
                        : throw player.Line.Refused($"each player once: {player.Name} stands above with other words"));
                }
            }
        }

        return new([.. rows.Values], leftOut);
    }

    /// <summary>Lines that stand together. A team without players stands alone, and a piece of a reason at the edge of a page belongs to the other side of it.</summary>
    private static List<List<ReportEntry>> Groups(ReportPages report)
    {
        var groups = new List<List<ReportEntry>>();
        var place = ReportPlace.Nowhere;
        foreach (var page in report.Pages)
        {
            var reasonFrom = ReportCells.ReasonFrom(page.Select(ReportCells.Of));
            var own = new List<List<ReportEntry>> { new() };
            foreach (var line in page)
            {
                var entry = line.IsBlank ? null : ReportEntry.Of(line, reasonFrom, ref place);
                if (entry is null or ReportEntry.Nobody || own[^1] is [.., ReportEntry.Nobody])
                {
                    own.Add([]);
                }

                own[^1].AddRange(entry is null ? [] : [entry]);
            }

            own.RemoveAll(group => group.Count == 0);
            if (groups.Count > 0 && own.Count > 0 && (OnlyPieces(groups[^1]) || OnlyPieces(own[0])))
            {
                groups[^1].AddRange(own[0]);
                own.RemoveAt(0);
            }

            groups.AddRange(own);
        }

        return groups;
    }

    private static bool OnlyPieces(List<ReportEntry> group) => group.TrueForAll(row => row is ReportEntry.Piece);

    private static InjuryReportLine Row(DateTimeOffset reportAt, ReportEntry.Player player)
    {
        var place = player.Place;
        var team = place.TeamOf(player.Line);
        return NameKey.TryFrom(player.Name, out var key) && !TeamSpellings.TryResolve(TeamSource.NbaFullName, player.Name, out _)
            ? new InjuryReportLine(
                reportAt, place.Date!.Value, place.Time!, place.Away, place.Home, team, player.Name, key, player.Status, player.Reason, AbsenceCategories.Of(player.Reason))
            : throw player.Line.Refused("a player's name before the status");
    }
}
