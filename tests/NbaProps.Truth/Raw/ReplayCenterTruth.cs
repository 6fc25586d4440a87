using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The three officials at the replay centre of each date with games.</summary>
internal sealed class ReplayCenterTruth : TableTruth<NbacRefereeReplayCenterRow>
{
    protected override IEnumerable<NbacRefereeReplayCenterRow> Rows(DayTruth day) => Crews.ReplayCenter(day.Season.Season, day.Date).Select(official => new NbacRefereeReplayCenterRow
    {
        GameDate = day.Date,
        OfficialCode = (int)official.Code,
        OfficialName = official.Name,
        Source = "nba_referees",
        AsOf = day.At(Moment.Context),
    });
}
