using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Phase 5: features and lines to predictions, and results to grades.</summary>
public static class PredictionsService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("predictions", [Phase.Predictions], surroundings =>
    [
        UnitWorks.HandOff(new Phase5HandOffGate(surroundings.Options.Gates)),
        UnitWorks.Table(new PredictionRequestsProcessor()),
        UnitWorks.Table(new PredictionStagingProcessor()),
        UnitWorks.Table(new PlayerPropPredictionsProcessor()),
        UnitWorks.Table(new PredictionAccuracyProcessor()),
    ]);
}
