using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Precompute;

/// <summary>
/// Teams with a game that the schedule knows to be over and that has no summary: their form, rest and load are not what they seem, and no feature
/// may be made of them.
/// </summary>
internal static class StaleTeams
{
    public static IReadOnlySet<TeamTricode> Of(IEnumerable<NbacScheduleRow> schedule, IEnumerable<PlayerGameSummaryRow> summaries, GameDate date)
    {
        var summarised = summaries.Where(row => row.GameDate < date).Select(row => (row.GameId, row.Team)).ToHashSet();
        return schedule
            .Where(game => game.GameDate < date && game.IsFinal() && game.IsPredicted())
            .SelectMany(game => new[] { (game.GameId, Team: game.HomeTeam), (game.GameId, Team: game.AwayTeam) })
            .Where(side => !summarised.Contains(side))
            .Select(side => side.Team)
            .ToHashSet();
    }
}
