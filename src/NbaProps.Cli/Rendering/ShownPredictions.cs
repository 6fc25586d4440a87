using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Rendering;

/// <summary>Reads what was served, with its grades.</summary>
internal static class ShownPredictions
{
    /// <summary>The predictions of some dates, by game, team, player and system.</summary>
    /// <param name="warehouse">Where they are.</param>
    /// <param name="range">The dates.</param>
    /// <param name="system">One system; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<ShownPrediction>> ReadAsync(IWarehouse warehouse, GameDateRange range, string? system, CancellationToken cancellationToken)
    {
        var served = (await warehouse.ReadAsync<PlayerPropPredictionRow>(range, cancellationToken: cancellationToken))
            .Where(row => row.IsActive && string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal))
            .Where(row => system is null || string.Equals(row.SystemId, system, StringComparison.Ordinal));
        var grades = (await warehouse.ReadAsync<PredictionAccuracyRow>(range, cancellationToken: cancellationToken))
            .Where(row => string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal))
            .ToDictionary(row => (row.GameId, row.PlayerId, row.SystemId, row.Market));
        return
        [
            .. served
                .Select(row => new ShownPrediction(row, grades.GetValueOrDefault((row.GameId, row.PlayerId, row.SystemId, row.Market))))
                .OrderBy(one => one.Row.GameDate)
                .ThenBy(one => one.Row.GameId.ToString(), StringComparer.Ordinal)
                .ThenBy(one => one.Row.Team.ToString(), StringComparer.Ordinal)
                .ThenBy(one => one.Row.PlayerName, StringComparer.Ordinal)
                .ThenBy(one => one.Row.SystemId, StringComparer.Ordinal),
        ];
    }
}
