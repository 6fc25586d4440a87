namespace NbaProps.Shared.Pipeline;

/// <summary>The five phases, one service each.</summary>
public enum Phase
{
    /// <summary>Upstream to raw archive.</summary>
    Scrapers = 1,

    /// <summary>Raw archive to raw and reference tables.</summary>
    RawProcessors = 2,

    /// <summary>Raw tables to summaries and context.</summary>
    Analytics = 3,

    /// <summary>Summaries to caches and features.</summary>
    Precompute = 4,

    /// <summary>Features and lines to predictions, and results to grades.</summary>
    Predictions = 5,
}
