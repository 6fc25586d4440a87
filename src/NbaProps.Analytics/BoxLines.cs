using NbaProps.Domain.BoxScores;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Analytics;

/// <summary>Raw box-score rows as the lines that arithmetic is done on.</summary>
internal static class BoxLines
{
    public static BoxLine Of(NbacPlayerBoxscoreRow row) => new(
        Minutes.FromMinutes(row.Minutes),
        row.Points,
        row.FieldGoalsMade,
        row.FieldGoalsAttempted,
        row.ThreePointersMade,
        row.ThreePointersAttempted,
        row.FreeThrowsMade,
        row.FreeThrowsAttempted,
        row.OffensiveRebounds,
        row.Turnovers);

    public static BoxLine Of(NbacTeamBoxscoreRow row) => new(
        Minutes.FromMinutes(row.Minutes),
        row.Points,
        row.FieldGoalsMade,
        row.FieldGoalsAttempted,
        row.ThreePointersMade,
        row.ThreePointersAttempted,
        row.FreeThrowsMade,
        row.FreeThrowsAttempted,
        row.OffensiveRebounds,
        row.Turnovers);
}
