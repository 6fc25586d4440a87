using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Operations;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;

namespace NbaProps.Cli.Running;

/// <summary>
/// Walks past game days: lets a day reach its moments one after the other, each when the one before has come to rest. It decides nothing:
/// it advances the day's clock, hints the scrapers, and lets the tick replace what was lost.
/// </summary>
/// <param name="watcher">A runtime that runs no phase.</param>
/// <param name="waitUntilIdleAsync">Ends when every message has been handled, by services here or elsewhere.</param>
/// <param name="setNow">Tells a simulated upstream which moment it is.</param>
internal sealed class DayWalker(PipelineRuntime watcher, Func<CancellationToken, Task> waitUntilIdleAsync, Action<DateTimeOffset> setNow)
{
    private const int MostRounds = 40;

    private readonly DayMoments _moments = new(watcher);

    /// <summary>Lets a day reach a moment and waits until nothing moves any more.</summary>
    /// <returns>The day's outputs as they stand.</returns>
    public async Task<IReadOnlyList<ExpectedOutput>> ReachAsync(GameDate date, Moment moment, int visit, CancellationToken cancellationToken)
    {
        var visits = (await watcher.Days.FindAsync(date, cancellationToken))?.Visits ?? [];
        if (visits.Any(known => known.Moment > moment && known.Visit >= visit))
        {
            // A walk that was interrupted has been past it. Standing at it again, the source would say less than the day may know already, and what it
            // says would be taken for the day's last word.
            return await watcher.Tick.CompareAsync(new GameDateRange(date, date), now: null, cancellationToken);
        }

        var asOf = visits.FirstOrDefault(known => known.Moment == moment && known.Visit >= visit)?.AsOf ?? await InstantOfAsync(date, moment, cancellationToken);
        setNow(asOf);
        var correlation = ContentHash.Of(date.ToString(), moment.ToString(), visit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await watcher.Days.ReachAsync(date, moment, asOf, visit, correlation, now: asOf, cancellationToken);
        await HintScrapersAsync(date, moment, asOf, correlation, cancellationToken);
        return await SettleAsync(date, watcher.Manifest.TriggeredBy(date, moment).Select(unit => unit.Partition.Date).Append(date).Min(), cancellationToken);
    }

    /// <summary>When a moment is; by the assumed tip-off where the schedule could not be had.</summary>
    public async Task<DateTimeOffset> InstantOfAsync(GameDate date, Moment moment, CancellationToken cancellationToken) =>
        await _moments.FindAsync(date, moment, cancellationToken) ?? Moments.InstantOf(moment, date, firstTip: null);

    private async Task HintScrapersAsync(GameDate date, Moment moment, DateTimeOffset asOf, string correlation, CancellationToken cancellationToken)
    {
        var messages = watcher.Manifest.TriggeredBy(date, moment)
            .Select(unit => LookHint.Of(unit, correlation, "walk", asOf))
            .ToArray();
        await watcher.Ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), messages, cancellationToken);
    }

    private async Task<IReadOnlyList<ExpectedOutput>> SettleAsync(GameDate date, GameDate oldest, CancellationToken cancellationToken)
    {
        var (own, earlier) = (string.Empty, string.Empty);
        for (var round = 0; round < MostRounds; round++)
        {
            await waitUntilIdleAsync(cancellationToken);
            var report = await watcher.Tick.RunAsync(new GameDateRange(date, date), now: null, cancellationToken);
            if (IsNew(report.Outputs.Where(output => output.Actionable), ref own))
            {
                continue;
            }

            await waitUntilIdleAsync(cancellationToken);
            if (oldest < date)
            {
                // A moment brings what is late for earlier dates, too. What was not ready there for a day's history that turned out to be what it was is told by
                // nobody. What has failed there waits by the wall clock and is left to the watcher: how fast a machine walks decides nothing.
                var late = await watcher.Tick.RunAsync(new GameDateRange(oldest, date.AddDays(-1)), now: null, cancellationToken, HasNotFailed);
                if (IsNew(late.Outputs.Where(output => output.Actionable && HasNotFailed(output)), ref earlier))
                {
                    continue;
                }

                await waitUntilIdleAsync(cancellationToken);
            }

            return report.Outputs;
        }

        throw new InvalidOperationException($"{date} did not come to rest in {MostRounds} rounds.");
    }

    private static bool HasNotFailed(ExpectedOutput output) => output.NextAttempt is null;

    // Hints that change nothing are those of units that wait or fail: they are reported, and the walk goes on.
    private static bool IsNew(IEnumerable<ExpectedOutput> asked, ref string before)
    {
        var after = string.Join('\n', asked);
        var isNew = after.Length > 0 && !string.Equals(before, after, StringComparison.Ordinal);
        before = after;
        return isNew;
    }
}
