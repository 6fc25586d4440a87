using NbaProps.Domain.Calendar;
using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>The feature rows that predictions are made from.</summary>
internal static class PredictionFeatures
{
    /// <summary>
    /// One row per player and game of the date, in their order: the replay where there is one, because it is what is known now; what was served is
    /// kept by the rule of frozen rows, not by predicting from it again. Rows of another contract mean something else and are left out.
    /// </summary>
    public static IReadOnlyList<MlFeatureStoreRow> Of(IInputs inputs, GameDate date) =>
    [
        .. inputs.Rows<MlFeatureStoreRow>()
            .Where(row => row.GameDate == date && string.Equals(row.FeatureContractHash, FeatureContract.Hash, StringComparison.Ordinal))
            .GroupBy(row => (row.GameId, row.PlayerId))
            .Select(rows => rows.FirstOrDefault(row => string.Equals(row.Serving, Servings.Replay, StringComparison.Ordinal)) ?? rows.First())
            .OrderBy(row => row.GameId)
            .ThenBy(row => row.PlayerId),
    ];
}
