using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Precompute;

/// <summary>Phase 4: summaries to caches and features.</summary>
public static class PrecomputeService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("precompute", [Phase.Precompute], surroundings =>
    [
        UnitWorks.HandOff(new Phase4HandOffGate(surroundings.Options.Gates)),
        UnitWorks.Table(new PlayerDailyCacheProcessor()),
        UnitWorks.Table(new MlFeatureStoreProcessor()),
    ]);
}
