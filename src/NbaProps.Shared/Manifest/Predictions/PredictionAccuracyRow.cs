using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>What became of one served prediction. Only correct and wrong count towards a rate.</summary>
[Table("nba_predictions", "prediction_accuracy")]
public sealed record PredictionAccuracyRow : PredictionRow
{
    /// <summary>Points he scored; NULL when he did not play or the game is not final.</summary>
    [Between(0, 110)]
    public required int? ActualPoints { get; init; }

    /// <summary>His minutes, rounded by the league; NULL when he has no row in the game's box score.</summary>
    public required int? MinutesPlayed { get; init; }

    /// <summary>correct, wrong, push, void, pending or not_gradable.</summary>
    [Cluster(2)]
    public required string Grade { get; init; }

    /// <summary>Whether the side taken was right; NULL unless the grade is correct or wrong.</summary>
    public required bool? PredictionCorrect { get; init; }

    /// <summary>Size of the error in points; NULL without a prediction or without points.</summary>
    public required double? AbsoluteError { get; init; }

    /// <summary>Predicted minus actual points: above zero when too much was predicted.</summary>
    public required double? SignedError { get; init; }

    /// <summary>Predicted points minus the line.</summary>
    public required double? PredictedMargin { get; init; }

    /// <summary>Actual points minus the line.</summary>
    public required double? ActualMargin { get; init; }

    /// <summary>Whether the error is at most three points.</summary>
    [Column("within_3_points")]
    public required bool? Within3Points { get; init; }

    /// <summary>Whether the error is at most five points.</summary>
    [Column("within_5_points")]
    public required bool? Within5Points { get; init; }

    /// <summary>Why there are no points: no_box_score_row or zero_minutes of a final game, game_not_played of one that was put off or moved to another date; else NULL.</summary>
    public required string? VoidReason { get; init; }
}
