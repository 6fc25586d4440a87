using System.Globalization;

using NbaProps.Domain.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>The counts of a box-score line, in the order in which ESPN has them.</summary>
/// <param name="Minutes">Playing time in rounded whole minutes, 0 to 100; 0 can be a player who was on court for seconds.</param>
/// <param name="FieldGoalsMade">Field goals made, threes included.</param>
/// <param name="FieldGoalsAttempted">Field goals attempted, threes included.</param>
/// <param name="ThreePointersMade">Three-point field goals made.</param>
/// <param name="ThreePointersAttempted">Three-point field goals attempted.</param>
/// <param name="FreeThrowsMade">Free throws made.</param>
/// <param name="FreeThrowsAttempted">Free throws attempted.</param>
/// <param name="OffensiveRebounds">Offensive rebounds.</param>
/// <param name="DefensiveRebounds">Defensive rebounds.</param>
/// <param name="Rebounds">Rebounds, offensive and defensive.</param>
/// <param name="Assists">Assists.</param>
/// <param name="Steals">Steals.</param>
/// <param name="Blocks">Blocked shots.</param>
/// <param name="Turnovers">Turnovers.</param>
/// <param name="PersonalFouls">Personal fouls, 0 to 10.</param>
/// <param name="PlusMinus">Margin of the team while he was on court, -150 to 150.</param>
/// <param name="Points">Points, 0 to 110.</param>
internal record EspnBoxCounts(
    int Minutes,
    int FieldGoalsMade,
    int FieldGoalsAttempted,
    int ThreePointersMade,
    int ThreePointersAttempted,
    int FreeThrowsMade,
    int FreeThrowsAttempted,
    int OffensiveRebounds,
    int DefensiveRebounds,
    int Rebounds,
    int Assists,
    int Steals,
    int Blocks,
    int Turnovers,
    int PersonalFouls,
    int PlusMinus,
    int Points)
{
    /// <summary>ESPN's labels of the fourteen texts, in the order in which they stand unless the payload labels them itself.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["MIN", "FG", "3PT", "FT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TO", "PF", "+/-", "PTS"];

    /// <summary>Reads the texts of a player.</summary>
    /// <param name="stats">The array of texts.</param>
    /// <param name="labels">The label of each: <see cref="Labels"/> in any order.</param>
    public static EspnBoxCounts Of(PayloadNode stats, IReadOnlyList<string> labels)
    {
        var texts = stats.Items().ToArray();
        if (texts.Length != labels.Count)
        {
            throw stats.Refused($"{labels.Count} texts: {string.Join(", ", labels)}");
        }

        var cells = labels.Zip(texts).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        var (field, three, free) = (EspnNames.MadeAndAttempted(cells["FG"], 80), EspnNames.MadeAndAttempted(cells["3PT"], 80), EspnNames.MadeAndAttempted(cells["FT"], 80));
        var counts = new EspnBoxCounts(
            EspnNames.Count(cells["MIN"], 100), field.Made, field.Attempted, three.Made, three.Attempted, free.Made, free.Attempted,
            EspnNames.Count(cells["OREB"], 80), EspnNames.Count(cells["DREB"], 80), EspnNames.Count(cells["REB"], 80), EspnNames.Count(cells["AST"], 80),
            EspnNames.Count(cells["STL"], 40), EspnNames.Count(cells["BLK"], 40), EspnNames.Count(cells["TO"], 40), EspnNames.Count(cells["PF"], 10),
            Margin(cells["+/-"]), EspnNames.Count(cells["PTS"], 110));
        return counts.Contradictions() is { Count: > 0 } wrong
            ? throw new PermanentException($"{stats.File}: {stats.Where} contradicts itself: {string.Join("; ", wrong)}")
            : counts;
    }

    private static int Margin(PayloadNode node) =>
        int.TryParse(node.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var margin) && margin is >= -150 and <= 150
            ? margin
            : throw node.Refused("a margin from -150 to +150");

    private List<string> Contradictions()
    {
        var line = new BoxLine(
            null, Points, FieldGoalsMade, FieldGoalsAttempted, ThreePointersMade, ThreePointersAttempted, FreeThrowsMade, FreeThrowsAttempted, OffensiveRebounds, Turnovers);
        return Rebounds == OffensiveRebounds + DefensiveRebounds
            ? [.. line.Contradictions()]
            : [.. line.Contradictions(), string.Create(CultureInfo.InvariantCulture, $"{nameof(Rebounds)} is {Rebounds}, offensive and defensive add up to {OffensiveRebounds + DefensiveRebounds}")];
    }
}
