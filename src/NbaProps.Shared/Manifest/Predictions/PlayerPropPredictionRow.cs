using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>
/// One system's prediction for one player of one game. After tip-off the served row stands for ever; what would be predicted then, if it
/// differs, stands beside it as a replay.
/// </summary>
[Table("nba_predictions", "player_prop_predictions")]
public sealed record PlayerPropPredictionRow : AdvisedPredictionRow, IServedRow
{
    /// <summary>Whether it is the prediction of record: true for served rows.</summary>
    public required bool IsActive { get; init; }
}
