using NbaProps.Domain.Odds;

namespace NbaProps.Domain.Predictions;

/// <summary>The one rule by which predictions are graded.</summary>
public static class Grading
{
    /// <summary>Grades one prediction against its own line.</summary>
    /// <param name="recommendation">The side taken, if any.</param>
    /// <param name="line">The line it was taken on; null when there was none.</param>
    /// <param name="outcome">What the game brought.</param>
    /// <returns>
    /// Not gradable without a side or a line, whatever the outcome; then pending until the game is final; then void when the player did not
    /// play; then push when points equal the line; else correct or wrong.
    /// </returns>
    public static Grade Grade(Recommendation recommendation, PointsLine? line, GameOutcome outcome)
    {
        if (SideOf(recommendation) is not { } side || line is not { } points)
            return Predictions.Grade.NotGradable;
        if (!outcome.IsFinal)
            return Predictions.Grade.Pending;
        if (outcome.Points is not { } scored)
            return Predictions.Grade.Void;
        if (scored == points.Value)
            return Predictions.Grade.Push;
        return scored > points.Value == (side == Side.Over) ? Predictions.Grade.Correct : Predictions.Grade.Wrong;
    }

    /// <summary>The side a recommendation takes; null when it takes none.</summary>
    public static Side? SideOf(Recommendation recommendation) => recommendation switch
    {
        Recommendation.Over => Side.Over,
        Recommendation.Under => Side.Under,
        Recommendation.Pass or Recommendation.NoLine => null,
        _ => throw new ArgumentOutOfRangeException(nameof(recommendation), recommendation, "Not a recommendation."),
    };
}
