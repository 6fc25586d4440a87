using NbaProps.Operations.Deployments;
using NbaProps.Operations.Lines;
using NbaProps.Operations.PlayByPlay;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ticking;

namespace NbaProps.Operations;

/// <summary>The sixth service's loop: lets days reach their moments, replaces lost hints, keeps incidents, hands the ledger on and removes what has long ended.</summary>
/// <param name="runtime">A runtime that runs no phase.</param>
/// <param name="desk">Where incidents are kept and told.</param>
/// <param name="allowances">The sources that count credits.</param>
/// <param name="times">How often it looks.</param>
/// <param name="time">The wall clock.</param>
/// <param name="clock">The game clock.</param>
/// <param name="logger">Where a look that failed is told of.</param>
public sealed partial class Watcher(
    PipelineRuntime runtime, IncidentDesk desk, IReadOnlyList<CreditAllowance> allowances, WatcherTimes times, TimeProvider time, GameClock clock, ILogger<Watcher> logger)
{
    private readonly DayScheduler _scheduler = new(runtime);
    private readonly CreditKeeper _credits = new(runtime.Manifest, new CreditPlanner(runtime), allowances, desk);
    private readonly IncidentKeeper _keeper = new(runtime.Manifest, desk);
    private readonly LineKeeper _lines = new(runtime.Manifest, runtime.Ports, runtime.Days, desk);
    private readonly PlayByPlayKeeper _plays = new(runtime.Ports, desk);

    /// <summary>Whether a source of points lines is switched on: where none is, nobody waits for any.</summary>
    public bool ExpectsLines { get; init; } = true;

    /// <summary>Looks whether what runs is behind main; null where nobody watches that.</summary>
    public DriftKeeper? Drift { get; init; }

    /// <summary>Keeps a hurried clock and the work together; null for a clock that waits for nobody.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Dead letters to take over from a bus that forgets them; null for none.</summary>
    public IDeadLetters? DeadLetters { get; init; }

    /// <summary>Looks until it is told to stop. A look that fails is told of, and the next one comes: who watches over healing must not need any.</summary>
    /// <param name="tell">Told the game clock's moment before each look; a simulated upstream serves by it.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    public async Task RunAsync(Action<DateTimeOffset> tell, CancellationToken cancellationToken)
    {
        var nextTick = time.GetUtcNow();
        while (true)
        {
            using (Pace?.Clock.Stand())
            {
                var now = clock.Now;
                tell(now);
                await LookAsync("let days advance", async token => nextTick = await AdvanceAsync(now, token) ? DateTimeOffset.MinValue : nextTick, cancellationToken);
                if (time.GetUtcNow() >= nextTick)
                {
                    nextTick = time.GetUtcNow() + times.Tick;
                    await TickAsync(now, cancellationToken);
                }
            }

            await Task.Delay(times.Schedule, time, cancellationToken);
        }
    }

    /// <summary>Lets days reach their moments, once: for a clock from outside.</summary>
    public Task AdvanceAsync(CancellationToken cancellationToken) =>
        LookAsync("let days advance", token => _scheduler.RunAsync(clock.Now, token), cancellationToken);

    /// <summary>Compares what is there with what should be, once: for a clock from outside.</summary>
    public Task TickAsync(CancellationToken cancellationToken) => TickAsync(clock.Now, cancellationToken);

    // Whether a moment came that the clock is to wait for.
    private async Task<bool> AdvanceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Pace is not { } pace)
        {
            await _scheduler.RunAsync(now, cancellationToken);
            return false;
        }

        try
        {
            return (await _scheduler.RunAsync(now, cancellationToken)).Count > 0;
        }
        finally
        {
            // Also when a later date could not be looked at: what an earlier one has begun is waited for.
            await pace.RestAsync(cancellationToken);
        }
    }

    private async Task TickAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LookAsync("compare outputs", token => CompareAsync(now, token), cancellationToken);

        // Apart from the comparison: who cannot read a schedule must not lose the ledger's export and the sign that somebody watches.
        await LookAsync("look after credits", token => _credits.RunAsync(time.GetUtcNow(), token), cancellationToken);
        await LookAsync("remove what has long ended", runtime.OldRecords.RemoveAsync, cancellationToken);
        if (DeadLetters is { } letters)
        {
            await LookAsync("collect dead letters", letters.CollectAsync, cancellationToken);
        }

        if (Drift is { } drift)
        {
            await LookAsync("look for drift", token => drift.RunIfDueAsync(time.GetUtcNow(), token), cancellationToken);
        }

        if (clock.IsLive)
        {
            // A folder of past seasons has no plays and need not have lines, and nobody waits for them.
            await LookAsync("look at play-by-play", token => _plays.RunAsync(now, time.GetUtcNow(), token), cancellationToken);
            await LookAsync("look at points lines", token => _lines.RunAsync(now, time.GetUtcNow(), ExpectsLines, token), cancellationToken);
        }

        if (Pace is { } pace)
        {
            await LookAsync("wait for the work", pace.RestAsync, cancellationToken);
        }
    }

    private async Task CompareAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await runtime.StaleRuns.CloseAsync(cancellationToken);
        var report = await runtime.Tick.RunAsync(dates: null, now, cancellationToken);
        await _keeper.RunAsync(report.Outputs, time.GetUtcNow(), cancellationToken);
        await runtime.Export.RunAsync(report.Outputs, cancellationToken);
        var beat = new WatcherBeat { LookedAt = time.GetUtcNow(), GameTime = now, IsLive = clock.IsLive, Every = times.Tick };
        await beat.SaveAsync(runtime.Ports.State, cancellationToken);
        LogCompared(logger);
    }

    private async Task LookAsync(string what, Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure, what);
        }
    }

    [LoggerMessage(2203, LogLevel.Information, WatcherSign.Compared)]
    private static partial void LogCompared(ILogger logger);

    [LoggerMessage(2201, LogLevel.Error, "The watcher could not {What}; it tries again at its next look")]
    private static partial void LogFailed(ILogger logger, Exception failure, string what);
}

/// <summary>How often the watcher looks.</summary>
/// <param name="Tick">Time between two ticks.</param>
/// <param name="Schedule">Time between two looks at what is due by the game clock.</param>
public sealed record WatcherTimes(TimeSpan Tick, TimeSpan Schedule);
