using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>
/// One system's prediction for one player of one game, as the game's worker computed it from a feature row of the same serving; not yet consolidated
/// with what was served.
/// </summary>
[Table("nba_predictions", "prediction_staging")]
public sealed record PredictionStagingRow : AdvisedPredictionRow;
