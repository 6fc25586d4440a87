using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Operations;

/// <summary>The sixth service's loop: lets days reach their moments, replaces lost hints, keeps incidents.</summary>
/// <param name="runtime">A runtime that runs no phase.</param>
/// <param name="notifier">Who tells of incidents.</param>
/// <param name="times">How often it looks.</param>
/// <param name="time">The wall clock.</param>
/// <param name="clock">The game clock.</param>
public sealed class Watcher(PipelineRuntime runtime, INotifier notifier, WatcherTimes times, TimeProvider time, GameClock clock)
{
    private readonly DayScheduler _scheduler = new(runtime);
    private readonly IncidentKeeper _keeper = new(new IncidentLog(runtime.Ports.State), notifier);

    /// <summary>Looks until it is told to stop.</summary>
    /// <param name="tell">Told the game clock's moment before each look; a simulated upstream serves by it.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    public async Task RunAsync(Action<DateTimeOffset> tell, CancellationToken cancellationToken)
    {
        var ticked = time.GetTimestamp() - time.TimestampFrequency * (long)times.Tick.TotalSeconds;
        while (true)
        {
            var now = clock.Now;
            tell(now);
            await _scheduler.RunAsync(now, cancellationToken);
            if (time.GetElapsedTime(ticked) >= times.Tick)
            {
                ticked = time.GetTimestamp();
                var report = await runtime.Tick.RunAsync(dates: null, now, cancellationToken);
                await _keeper.RunAsync(report.Outputs, time.GetUtcNow(), cancellationToken);
            }

            await Task.Delay(times.Schedule, time, cancellationToken);
        }
    }
}

/// <summary>How often the watcher looks.</summary>
/// <param name="Tick">Time between two ticks.</param>
/// <param name="Schedule">Time between two looks at what is due by the game clock.</param>
public sealed record WatcherTimes(TimeSpan Tick, TimeSpan Schedule);
