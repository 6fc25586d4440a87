using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;

namespace NbaProps.Operations;

/// <summary>Lets game days reach their moments when the game clock has come to them. Run twice it reaches nothing twice.</summary>
/// <param name="runtime">A runtime that runs no phase.</param>
public sealed class DayScheduler(PipelineRuntime runtime)
{
    // A machine that slept over a day or two catches up; older days are a back-fill's.
    private const int DaysBack = 2;

    private readonly DayMoments _moments = new(runtime);

    /// <summary>Reaches what is due.</summary>
    /// <returns>The moments that were reached now.</returns>
    public async Task<IReadOnlyList<(GameDate Date, Moment Moment)>> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reached = new List<(GameDate, Moment)>();
        var today = GameDate.FromInstant(now);
        var range = new GameDateRange(today.AddDays(-DaysBack), today);

        // One query: most looks find that nothing is due, and there are thousands of them a day.
        var known = (await runtime.Days.ListAsync(range, cancellationToken)).SelectMany(day => day.Visits.Select(visit => (day.Date, visit.Moment))).ToHashSet();
        foreach (var date in range)
        {
            foreach (var moment in Moments.All.Where(moment => !known.Contains((date, moment))))
            {
                // A cut-off by an assumed tip-off would be spent at noon, and none would be left for the real one: while the schedule is not there it
                // is waited for, until the next morning ends the day.
                var asOf = await _moments.FindAsync(date, moment, cancellationToken) ?? Moments.InstantOf(Moment.NextMorning, date, firstTip: null);
                if (asOf <= now && await ReachAsync(date, moment, asOf, now, cancellationToken))
                {
                    reached.Add((date, moment));
                }
            }
        }

        return reached;
    }

    private async Task<bool> ReachAsync(GameDate date, Moment moment, DateTimeOffset asOf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var correlation = ContentHash.Of(date.ToString(), moment.ToString());
        if (!await runtime.Days.ReachAsync(date, moment, asOf, visit: 1, correlation, now, cancellationToken))
        {
            return false;
        }

        var messages = runtime.Manifest.TriggeredBy(date, moment)
            .Select(unit => LookHint.Of(unit, correlation, "scheduler", asOf))
            .ToArray();
        await runtime.Ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), messages, cancellationToken);
        return true;
    }
}
