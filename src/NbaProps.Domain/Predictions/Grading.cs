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
    /// Void when there was a line and the player did not play in the final game: the line is off, whether or not a side was taken. Else not
    /// gradable without a side or a line; then pending until the game is final; then push when points equal the line; else correct or wrong.
    /// </returns>
    public static Grade Grade(Recommendation recommendation, PointsLine? line, GameOutcome outcome)
    {
        var taken = SideOf(recommendation);
        if (line is { } && outcome is { IsFinal: true, Played: false })
            return Predictions.Grade.Void;
        if (taken is not { } side || line is not { } points)
            return Predictions.Grade.NotGradable;
        if (outcome.Points is not { } scored)
            return Predictions.Grade.Pending;
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
