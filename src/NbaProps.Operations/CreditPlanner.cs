using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;

namespace NbaProps.Operations;

/// <summary>What the rest of a month will cost: the manifest's triggers, the games that the newest captured schedule lists, and what each look costs.</summary>
/// <param name="runtime">A runtime that runs no phase.</param>
public sealed class CreditPlanner(PipelineRuntime runtime)
{
    // A schedule is captured each game day; one older than that says little of the month.
    private const int OldestSchedule = 3;

    private (string Path, IReadOnlyDictionary<GameDate, ListedGames> Games)? _read;

    /// <summary>Where a source's credits stand.</summary>
    /// <param name="allowance">The source.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<CreditOutlook> FindAsync(CreditAllowance allowance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = CreditMonth.Of(now, allowance.ResetDay);
        var position = await CreditPosition.FindAsync(runtime.Ports.State, allowance.Source, month, cancellationToken);
        var games = await GamesAsync(GameDate.FromInstant(now), cancellationToken);
        return new CreditOutlook(allowance, month, position, games is null ? null : Needed(allowance, month, games, now));
    }

    private int Needed(CreditAllowance allowance, CreditMonth month, IReadOnlyDictionary<GameDate, ListedGames> games, DateTimeOffset now)
    {
        var needed = 0;
        foreach (var processor in runtime.Manifest.Processors)
        {
            if (processor.Credits is not { } cost || !string.Equals(cost.Source, allowance.Source, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (date, listed) in games)
            {
                needed += listed.Games * cost.PerGame * processor.Triggers.Select(trigger => InstantOf(trigger, date, games)).Count(at => at > now && at < month.Ends);
            }
        }

        return needed;
    }

    private static DateTimeOffset InstantOf(Trigger trigger, GameDate date, IReadOnlyDictionary<GameDate, ListedGames> games)
    {
        var day = date.AddDays(trigger.DaysLater);
        return Moments.InstantOf(trigger.Moment, day, games.GetValueOrDefault(day)?.FirstTip);
    }

    private async Task<IReadOnlyDictionary<GameDate, ListedGames>?> GamesAsync(GameDate today, CancellationToken cancellationToken)
    {
        var dates = new GameDateRange(today.AddDays(-OldestSchedule), today);
        foreach (var scraper in new[] { ScrapersPhase.Schedule, ScrapersPhase.ScheduleCdn })
        {
            if (await CaptureDocument.NewestAsync(runtime.Ports.State, scraper.Name, dates, cancellationToken) is not { } capture)
            {
                continue;
            }

            if (string.Equals(_read?.Path, capture.Path, StringComparison.Ordinal))
            {
                return _read!.Value.Games;
            }

            if (await runtime.Ports.Objects.GetAsync(capture.Path, cancellationToken) is { } stored && Read(capture.Path, stored.Bytes) is { } games)
            {
                _read = (capture.Path, games);
                return games;
            }
        }

        return null;
    }

    // One that cannot be read is the trouble of the processor that reads it, which says so.
    private static IReadOnlyDictionary<GameDate, ListedGames>? Read(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return ListedGames.Of(path, bytes);
        }
        catch (PermanentException)
        {
            return null;
        }
    }
}
