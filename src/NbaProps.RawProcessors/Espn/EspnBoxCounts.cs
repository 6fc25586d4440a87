using System.Globalization;

using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>Reads the counts of a box-score line as ESPN writes them: fourteen texts, made and attempted shots in one.</summary>
internal static class EspnBoxCounts
{
    /// <summary>ESPN's labels of the fourteen texts, in the order in which they stand unless the payload labels them itself.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["MIN", "FG", "3PT", "FT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TO", "PF", "+/-", "PTS"];

    /// <summary>Reads the texts of a player: his playing time in rounded whole minutes, 0 to 100, and his counts, the margin among them.</summary>
    /// <param name="stats">The array of texts.</param>
    /// <param name="labels">The label of each: <see cref="Labels"/> in any order.</param>
    /// <exception cref="PermanentException">A text is missing or none of its kind, or the line contradicts itself.</exception>
    public static (int Minutes, BoxCounts Counts) Of(PayloadNode stats, IReadOnlyList<string> labels)
    {
        var texts = stats.Items().ToArray();
        if (texts.Length != labels.Count)
        {
            throw stats.Refused($"{labels.Count} texts: {string.Join(", ", labels)}");
        }

        var cells = labels.Zip(texts).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        var limits = BoxCountLimits.Player;
        var minutes = Count("MIN", limits.Minutes);
        var (field, three, free) = (Shots("FG"), Shots("3PT"), Shots("FT"));
        var counts = new BoxCounts(
            field.Made, field.Attempted, three.Made, three.Attempted, free.Made, free.Attempted, Count("OREB", limits.OffensiveRebounds), Count("DREB", limits.DefensiveRebounds),
            Count("REB", limits.Rebounds), Count("AST", limits.Assists), Count("STL", limits.StealsOrBlocks), Count("BLK", limits.StealsOrBlocks), Count("TO", limits.Turnovers),
            Count("PF", limits.PersonalFouls), Count("PTS", limits.Points), Margin(cells["+/-"]));
        return (minutes, counts.Consistent(stats));

        int Count(string label, int most) => EspnNames.Count(cells[label], most);

        (int Made, int Attempted) Shots(string label) => EspnNames.MadeAndAttempted(cells[label], limits.Shots);
    }

    private static int Margin(PayloadNode node) =>
        int.TryParse(node.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var margin) && Math.Abs((long)margin) <= BoxCountLimits.Margin
            ? margin
            : throw node.Refused("a margin from -150 to +150");
}
