using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>What became of one served prediction. Only correct and wrong count towards a rate.</summary>
[Table("nba_predictions", "prediction_accuracy")]
public sealed record PredictionAccuracyRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(2)]
    [Cluster(1)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>What is predicted: points.</summary>
    [Key(3)]
    public required string Market { get; init; }

    /// <summary>The system that predicts, such as moving_average_v1.</summary>
    [Key(4)]
    [Cluster(0)]
    public required string SystemId { get; init; }

    /// <summary>served: only the prediction of record is graded.</summary>
    [Key(5)]
    public required string Serving { get; init; }

    /// <summary>The player's name as the league last wrote it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>His team, tricode.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Points that the system predicted; NULL when it made no prediction.</summary>
    [Between(0, 60)]
    public required double? PredictedPoints { get; init; }

    /// <summary>The line that the prediction was held against.</summary>
    [Between(0.5, 80)]
    public required PointsLine? Line { get; init; }

    /// <summary>The book whose line it was.</summary>
    public required string? Bookmaker { get; init; }

    /// <summary>American price of more points than the line.</summary>
    public required AmericanOdds? OverPrice { get; init; }

    /// <summary>American price of fewer points than the line.</summary>
    public required AmericanOdds? UnderPrice { get; init; }

    /// <summary>A rule of thumb for how much the system trusted itself, 0 to 1; no probability.</summary>
    [Between(0, 1)]
    public required double? Confidence { get; init; }

    /// <summary>Probability of more points than the line, where the system had a calibrated one.</summary>
    [Between(0, 1)]
    public required double? POver { get; init; }

    /// <summary>OVER, UNDER, PASS or NO_LINE.</summary>
    public required string Recommendation { get; init; }

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

    /// <summary>Why there are no points: no_box_score_row or zero_minutes; NULL unless the game is final and he did not play.</summary>
    public required string? VoidReason { get; init; }
}
