using FsCheck;
using FsCheck.Fluent;

using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.Gamebook;
using NbaProps.Tests.RawProcessors.InjuryReport;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.RawProcessors;

/// <summary>Texts with a line lost, doubled, moved or with letters exchanged: they are read or refused, and nothing else happens.</summary>
public sealed class DamagedTextTests
{
    private static readonly string Report = ReportText.OfSanAntonio().Piece("Injury/Illness - Left Knee;").Player("Baker, Bob", blank: false).Piece("Sprain", blank: true)
        .Line(team: "Milwaukee Bucks", reason: "NOT YET SUBMITTED").NewPage()
        .Line(time: "10:00 (ET)", matchup: "DEN@GSW", team: "Denver Nuggets", player: "Cook, Carl", status: "Doubtful", reason: "Rest").ToString();

    [Fact]
    public void A_damaged_report_is_read_or_refused() => Property.ForAll(Damaged(Report), text =>
    {
        try
        {
            var rows = ReportText.Read(text).Rows;
            rows.Select(row => (row.GameDate, row.Team, row.NameKey)).ShouldBeUnique();
            rows.ShouldAllBe(row => row.Team == row.AwayTeam || row.Team == row.HomeTeam);
        }
        catch (PermanentException refused)
        {
            refused.Message.ShouldStartWith("reports/test.pdf: ");
        }
    });

    [Fact]
    public void A_damaged_gamebook_is_read_or_refused() => Property.ForAll(Damaged(GamebookRendering.Small), text =>
    {
        try
        {
            var gamebook = GamebookRendering.Open(text);
            gamebook.Errors.Counts.Sum(section => section.Errors).ShouldBe(gamebook.Errors.Errors.Count);
            gamebook.Lines.ShouldAllBe(line => line.PlayerName.Length > 0 && line.Team != line.Opponent);
        }
        catch (PermanentException refused)
        {
            refused.Message.ShouldStartWith("gamebooks/test.pdf: ");
        }
    });

    private static Gen<string> Damaged(string text) =>
        from damages in Gen.Choose(0, 1_000_000).Zip(Gen.Choose(0, 1_000_000)).Zip(Gen.Choose(0, 4)).NonEmptyListOf()
        select damages.Take(3).Aggregate(text, (whole, damage) => Apply(whole, damage.Item2, damage.Item1.Item1, damage.Item1.Item2));

    private static string Apply(string text, int kind, int first, int second)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (first % lines.Count, second % lines.Count);
        switch (kind)
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(one, lines[other]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 3 when lines[one].Length > 0:
                lines[one] = lines[one].Remove(second % lines[one].Length, 1);
                break;
            default:
                lines[one] = lines[one].Insert(second % (lines[one].Length + 1), " ,()-:0ZI\f"[(first + second) % 10].ToString());
                break;
        }

        return string.Join('\n', lines);
    }
}
