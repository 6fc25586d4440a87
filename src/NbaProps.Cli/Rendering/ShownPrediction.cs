using NbaProps.Domain.Predictions;
using NbaProps.Shared.Manifest.Predictions;

namespace NbaProps.Cli.Rendering;

/// <summary>A prediction with what became of it.</summary>
/// <param name="Row">The prediction.</param>
/// <param name="Accuracy">Its grading; null before the game was graded.</param>
internal sealed record ShownPrediction(PlayerPropPredictionRow Row, PredictionAccuracyRow? Accuracy)
{
    /// <summary>Its grade, which is that of a game that is not over where there is none yet.</summary>
    public string Grade => Accuracy?.Grade ?? Grading.Grade(Recommendations.Parse(Row.Recommendation), Row.Line, GameOutcome.NotFinal).ToStorageName();
}
