using System.ComponentModel.DataAnnotations;

namespace NbaProps.Hosting.Configuration;

/// <summary>How often the watcher looks.</summary>
public sealed record OperationsOptions
{
    /// <summary>Time between two ticks, which find what is missing and ask for it. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TickInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time between two looks at what is due by the schedule. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ScheduleInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who says when to look. Default own.</summary>
    public WatcherClock Clock { get; init; }
}

/// <summary>Who says when the watcher looks.</summary>
public enum WatcherClock
{
    /// <summary>It itself, for a process that always runs.</summary>
    Own,

    /// <summary>Cloud Scheduler, which posts to it: on Cloud Run a process has no processor between requests.</summary>
    Scheduler,
}
