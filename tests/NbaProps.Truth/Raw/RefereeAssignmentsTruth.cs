using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The three officials of each game.</summary>
internal sealed class RefereeAssignmentsTruth : TableTruth<NbacRefereeGameAssignmentRow>
{
    protected override IEnumerable<NbacRefereeGameAssignmentRow> Rows(DayTruth day) => day.Games.SelectMany(game => Crews.Of(day.Season.Season, game).Select((official, place) => new NbacRefereeGameAssignmentRow
    {
        GameDate = day.Date,
        GameId = game.Scheduled.Id,
        OfficialPosition = place + 1,
        OfficialCode = (int)official.Code,
        OfficialName = official.Name,
        OfficialJerseyNumber = official.Jersey.ToString(CultureInfo.InvariantCulture),
        HomeTeam = game.Scheduled.Home,
        AwayTeam = game.Scheduled.Away,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
        Source = "nba_referees",
        AsOf = day.At(Moment.Context),
    }));
}
