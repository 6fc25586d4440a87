using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The schedule as it stands on the morning after: every game is over.</summary>
internal sealed class ScheduleTruth : TableTruth<NbacScheduleRow>
{
    protected override IEnumerable<NbacScheduleRow> Rows(DayTruth day) => day.Games.Select(game => new NbacScheduleRow
    {
        GameDate = day.Date,
        GameId = game.Scheduled.Id,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
        GameStatus = 3,
        GameStatusText = FinalText.Of(game),
        HomeTeam = game.Scheduled.Home,
        AwayTeam = game.Scheduled.Away,
        HomeScore = game.Box.HomeScore,
        AwayScore = game.Box.AwayScore,
        TipOff = game.Scheduled.TipOff,
        TipOffAssumed = false,
        Postponed = false,
        HomeGamesBefore = day.Season.Before(day.Date, game.Scheduled.Home).Count(),
        AwayGamesBefore = day.Season.Before(day.Date, game.Scheduled.Away).Count(),
        NeutralSite = false,
        ArenaName = $"{TeamSpellings.SimulatedNickname(game.Scheduled.Home)} Arena",
        Source = "nba_schedule",
        AsOf = day.At(Moment.NextMorning),
    });
}
