using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Declaring;

/// <summary>
/// A job of Cloud Scheduler. There is none for each moment of a day: the watcher knows from the schedule of games when they are, and a clock that only
/// says "look" cannot be wrong about it.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Path">The watcher's path that it posts to.</param>
/// <param name="EveryMinutes">How often, in minutes that an hour is divided by.</param>
/// <param name="Deadline">How long an answer may take.</param>
/// <param name="Retries">How often it is tried again before the next time.</param>
public sealed record ScheduledCall(string Name, string Description, string Path, int EveryMinutes, TimeSpan Deadline, int Retries)
{
    /// <summary>Lets days reach their moments. A minute late at most; the next minute is its repetition.</summary>
    public static ScheduledCall Advance { get; } = new(
        "nbaprops-advance", "Lets game days reach their moments, which triggers the scrapers", WatchEndpoints.Advance, EveryMinutes: 1, TimeSpan.FromMinutes(1), Retries: 0);

    /// <summary>Compares what is there with what should be.</summary>
    public static ScheduledCall Tick { get; } = new(
        "nbaprops-tick", "Finds what is missing and asks for it, keeps incidents, collects dead letters", WatchEndpoints.Tick, (int)new OperationsOptions().TickInterval.TotalMinutes, TimeSpan.FromMinutes(9), Retries: 1);

    /// <summary>All.</summary>
    public static IReadOnlyList<ScheduledCall> All { get; } = [Advance, Tick];

    /// <summary>When, as crontab writes it.</summary>
    public string Cron => EveryMinutes == 1 ? "* * * * *" : FormattableString.Invariant($"*/{EveryMinutes} * * * *");

    /// <summary>Whom it calls.</summary>
    public static DeployedService Service => DeployedServices.Operations;
}
