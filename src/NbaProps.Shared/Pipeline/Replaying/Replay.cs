using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Replaying;

/// <summary>
/// Computes every table again in the order in which it all came, from what state and the raw archive have: for a warehouse that was lost. Scrapers do not
/// run. A row that was served before a tip-off is computed again from what was known before it, so that it is the same.
/// </summary>
/// <param name="watcher">A runtime that runs no phase, on a <see cref="ReplayedState"/>.</param>
/// <param name="clock">The clock of that state.</param>
/// <param name="waitUntilIdleAsync">Ends when every message has been handled.</param>
public sealed class Replay(PipelineRuntime watcher, HeldGameClock clock, Func<CancellationToken, Task> waitUntilIdleAsync)
{
    private const int MostRounds = 40;
    private const string Origin = "replay";

    /// <summary>Repeats a step and waits until everything that follows has come to rest.</summary>
    public async Task RepeatAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        clock.Hold(step.At);
        var readers = step.Captured
            .SelectMany(capture => watcher.Manifest.DependentsOf(capture.Scraper)
                .Where(reader => reader.Processor.Phase == Phase.RawProcessors)
                .Select(reader => new UnitKey(reader.Processor.Name, new(capture.Date))))
            .Distinct()
            .ToArray();
        foreach (var reader in readers)
        {
            // The scraper's unit stands as it ended: that more of what it brought is to be seen now, only this says.
            await UnitReset.ForgetAsync(watcher.Ports.State, reader, scraped: null, cancellationToken);
        }

        await watcher.Ports.Bus.PublishAsync(Topics.Trigger(Phase.RawProcessors), [.. readers.Select(reader => LookHint.Of(reader, string.Empty, Origin, null))], cancellationToken);
        foreach (var date in step.Dates)
        {
            await SettleAsync(new(date, date), cancellationToken);
        }
    }

    private async Task SettleAsync(GameDateRange date, CancellationToken cancellationToken)
    {
        var before = string.Empty;
        for (var round = 0; round < MostRounds; round++)
        {
            await waitUntilIdleAsync(cancellationToken);

            // What it sends to scrapers, nobody is subscribed to: they do not run.
            var report = await watcher.Tick.RunAsync(date, now: null, cancellationToken);
            var after = string.Join('\n', report.Outputs.Where(output => output.Actionable));
            if (report.Hints == 0 || string.Equals(before, after, StringComparison.Ordinal))
            {
                await waitUntilIdleAsync(cancellationToken);
                return;
            }

            before = after;
        }

        throw new InvalidOperationException($"{date.From} did not come to rest in {MostRounds} rounds.");
    }
}
