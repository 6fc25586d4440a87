namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>A prediction with what led to its advice: before it is consolidated and after.</summary>
public abstract record AdvisedPredictionRow : PredictionRow
{
    /// <summary>Whether his team plays at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Start of the game, UTC.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>When the line was seen, UTC.</summary>
    public required DateTimeOffset? LineSnapshotAt { get; init; }

    /// <summary>Whether the line's own minute is unknown.</summary>
    public required bool? LineSnapshotAssumed { get; init; }

    /// <summary>Predicted points minus the line.</summary>
    public required double? Edge { get; init; }

    /// <summary>Why the side was taken, or why none was; names what was left out.</summary>
    public required string Reason { get; init; }

    /// <summary>Name of the feature contract: v2_33features.</summary>
    public required string FeatureVersion { get; init; }

    /// <summary>Names of the features of the contract without a usable value, separated by commas; empty when none is.</summary>
    public required string FeaturesMissing { get; init; }

    /// <summary>How many earlier games the prediction rests on; NULL for systems that look for none.</summary>
    public required int? SimilarGames { get; init; }
}
