using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Replaying;

/// <summary>What happened at about one moment.</summary>
/// <param name="At">The last of it, by the game clock, UTC.</param>
/// <param name="Reached">The moments that days reached.</param>
/// <param name="Captured">The scrapers that brought something, each with the game date that it was of.</param>
public sealed record ReplayStep(DateTimeOffset At, IReadOnlyList<(GameDate Date, Moment Moment)> Reached, IReadOnlyList<(string Scraper, GameDate Date)> Captured)
{
    /// <summary>The dates that it was about, oldest first.</summary>
    public IReadOnlyList<GameDate> Dates => [.. Reached.Select(day => day.Date).Concat(Captured.Select(capture => capture.Date)).Distinct().Order()];
}

/// <summary>The order in which days reached their moments and payloads came, read from the game days' documents and those of the captures.</summary>
public static class ReplayTimeline
{
    // A moment's scrapers answer one after the other, each payload at an instant of its own: what follows from them is computed once.
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    /// <summary>The steps, oldest first; none where nothing has begun.</summary>
    public static async Task<IReadOnlyList<ReplayStep>> ReadAsync(IStateStore state, CancellationToken cancellationToken)
    {
        var days = (await state.QueryAsync(new DocumentQuery(GameDay.Collection), cancellationToken)).Select(document => StateJson.Read<GameDay>(document.Json)).ToArray();
        var captures = await state.QueryAsync(new DocumentQuery(CaptureDocument.Collection), cancellationToken);
        var began = days.SelectMany(day => day.Visits).GroupBy(visit => visit.AsOf).ToDictionary(moment => moment.Key, moment => moment.Max(visit => visit.Began));
        var happened = days
            .SelectMany(day => day.Visits.Select(visit => new Happening(visit.Began, day.Date, visit.Moment, Scraper: null)))
            .Concat(captures.Select(document => Captured(document, began)))
            .OrderBy(one => one.At).ThenBy(one => one.Scraper is not null).ThenBy(one => one.Date).ThenBy(one => one.Scraper, StringComparer.Ordinal);
        var steps = new List<ReplayStep>();
        var open = new List<Happening>();
        foreach (var one in happened)
        {
            // A moment that is reached after something was captured begins a step of its own: what came before was computed without it.
            if (open.Count > 0 && (one.At - open[0].At > Together || (one.Scraper is null && open[^1].Scraper is not null)))
            {
                steps.Add(StepOf(open));
                open = [];
            }

            open.Add(one);
        }

        return open.Count == 0 ? steps : [.. steps, StepOf(open)];
    }

    // The clocks of two machines differ: by the scraper's, a payload may have come before the moment for which it was fetched began by the watcher's.
    private static Happening Captured(Document document, Dictionary<DateTimeOffset, DateTimeOffset> began)
    {
        var (name, capture) = (document.Path.Id.Split('|'), StateJson.Read<CaptureDocument>(document.Json));
        var moment = began.GetValueOrDefault(capture.AsOf, capture.CapturedAt);
        return new Happening(moment > capture.CapturedAt ? moment : capture.CapturedAt, GameDate.Parse(name[1]), Moment.None, name[0]);
    }

    private static ReplayStep StepOf(List<Happening> together) => new(
        together[^1].At,
        [.. together.Where(one => one.Scraper is null).Select(one => (one.Date, one.Moment))],
        [.. together.Where(one => one.Scraper is not null).Select(one => (one.Scraper!, one.Date)).Distinct()]);

    private sealed record Happening(DateTimeOffset At, GameDate Date, Moment Moment, string? Scraper);
}
