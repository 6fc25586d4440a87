using NbaProps.Shared.Pipeline;

namespace NbaProps.Shared.Manifest;

/// <summary>The pipeline: everything that runs, declared once.</summary>
public static class NbaPipeline
{
    /// <summary>All processors, producers before consumers.</summary>
    public static PipelineManifest Manifest { get; } = new(
    [
        .. ScrapersPhase.All,
        .. RawProcessorsPhase.All,
        .. AnalyticsPhase.All,
        .. PrecomputePhase.All,
        .. PredictionsPhase.All,
    ]);
}
