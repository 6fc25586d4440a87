using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Days;

/// <summary>The clocks of the game days: advanced by the scheduler or by whoever walks past days, read by everyone.</summary>
public sealed class GameDays
{
    private readonly StateCalls _calls;

    /// <summary>The game days of a state store.</summary>
    public GameDays(IStateStore state, TimeProvider time, RuntimeOptions options)
    {
        _calls = new StateCalls(state, time, options);
    }

    /// <summary>Lets a day reach a moment. A day never goes back: reaching an earlier moment again only counts as another visit of it.</summary>
    /// <param name="date">The game date.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="asOf">Its instant.</param>
    /// <param name="visit">Which visit this is: 1, or more when a back-fill is walked again. A visit that is known already changes nothing.</param>
    /// <param name="correlationId">The chain that this trigger begins.</param>
    /// <param name="now">What the game clock shows.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>Whether the visit is new.</returns>
    public async Task<bool> ReachAsync(
        GameDate date, Moment moment, DateTimeOffset asOf, int visit, string correlationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _calls.GetAsync(GameDay.PathOf(date), cancellationToken);
            var day = read.Document is { } stored ? StateJson.Read<GameDay>(stored.Json) : new GameDay { Date = date };
            var known = day.Visits.FirstOrDefault(known => known.Moment == moment);
            if (known is not null && known.Visit >= visit)
            {
                return false;
            }

            var reached = day with
            {
                Reached = moment > day.Reached ? moment : day.Reached,
                AsOf = asOf > day.AsOf ? asOf : day.AsOf,
                Visits = [.. day.Visits.Where(other => other.Moment != moment), known is null ? new(moment, asOf, visit, now) : known with { Visit = visit }],
                CorrelationId = correlationId,
            };
            var precondition = read.Document is { } before ? Precondition.VersionIs(before.Version) : Precondition.Absent;
            var write = new DocumentWrite(GameDay.PathOf(date), StateJson.Write(reached), precondition);

            // A lost answer of what moved the day is read as a conflict: the next look finds the visit known. What did not is tried a few times and then told.
            var result = await _calls.CommitAsync([write], token => _calls.MovedAsync(write.Path, read, token), cancellationToken);
            if (result is CommitResult.Committed)
            {
                return true;
            }
        }
    }

    /// <summary>A day, or null when it has not begun.</summary>
    public async Task<GameDay?> FindAsync(GameDate date, CancellationToken cancellationToken)
    {
        var read = await _calls.GetAsync(GameDay.PathOf(date), cancellationToken);
        return read.Document is { } stored ? StateJson.Read<GameDay>(stored.Json) : null;
    }

    /// <summary>Those of a date's triggers that have come, in their order.</summary>
    public async Task<IReadOnlyList<TriggerVisit>> VisitsAsync(GameDate date, IReadOnlyList<Trigger> triggers, CancellationToken cancellationToken)
    {
        var visits = new List<TriggerVisit>();
        foreach (var trigger in triggers)
        {
            var day = await FindAsync(date.AddDays(trigger.DaysLater), cancellationToken);
            if (day?.Visits.FirstOrDefault(visit => visit.Moment == trigger.Moment) is { } visit)
            {
                visits.Add(new TriggerVisit(trigger, visit.AsOf, visit.Visit));
            }
        }

        return visits;
    }

    /// <summary>The days that have begun, oldest first.</summary>
    /// <param name="range">The dates asked for; null for all.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<GameDay>> ListAsync(GameDateRange? range, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery(GameDay.Collection, range?.From.ToString(), range?.To.ToString());
        var documents = await _calls.QueryAsync(query, cancellationToken);
        return documents.Select(document => StateJson.Read<GameDay>(document.Json)).ToArray();
    }
}
