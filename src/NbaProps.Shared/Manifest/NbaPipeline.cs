using NbaProps.Shared.Pipeline;

namespace NbaProps.Shared.Manifest;

/// <summary>The pipeline: everything that runs, declared once.</summary>
public static class NbaPipeline
{
    /// <summary>All processors, producers before consumers: the schedule stands between the scrapers that it rests on and those that ask game by game.</summary>
    public static PipelineManifest Manifest { get; } = new(
    [
        .. ScrapersPhase.OfSchedule,
        RawProcessorsPhase.Schedule,
        .. ScrapersPhase.AfterSchedule,
        .. RawProcessorsPhase.AfterSchedule,
        .. AnalyticsPhase.All,
        .. PrecomputePhase.All,
        .. PredictionsPhase.All,
    ]);
}
