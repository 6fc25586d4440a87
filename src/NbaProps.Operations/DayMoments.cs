using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Operations;

/// <summary>When a date's moments are, by the schedule that the pipeline has.</summary>
/// <param name="runtime">Whose schedule.</param>
public sealed class DayMoments(PipelineRuntime runtime)
{
    /// <summary>The instant of a moment; null while it depends on a schedule that is not there yet.</summary>
    public async Task<DateTimeOffset?> FindAsync(GameDate date, Moment moment, CancellationToken cancellationToken)
    {
        if (moment != Moment.CutOff)
        {
            return Moments.InstantOf(moment, date, firstTip: null);
        }

        var games = await runtime.Ports.Warehouse.ReadAsync<NbacScheduleRow>(new GameDateRange(date, date), cancellationToken: cancellationToken);
        if (games.Count > 0)
        {
            return Moments.InstantOf(moment, date, games.Min(game => game.TipOff));
        }

        // A date without games has the assumed tip-off's; a schedule that is not there says nothing of the date.
        return await runtime.HasOutputAsync(new UnitKey(RawProcessorsPhase.Schedule.Name, new(date)), cancellationToken)
            ? Moments.InstantOf(moment, date, firstTip: null)
            : null;
    }
}
