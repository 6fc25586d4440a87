using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The scoreboard of the morning after. Rule: the league's own form states no start of a game that has begun.</summary>
internal sealed class ScoreboardTruth : TableTruth<NbacScoreboardRow>
{
    protected override IEnumerable<NbacScoreboardRow> Rows(DayTruth day) => day.Games.Select(game => new NbacScoreboardRow
    {
        GameDate = day.Date,
        GameId = game.Scheduled.Id,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
        GameStatus = 3,
        GameStatusText = FinalText.Of(game),
        Postponed = false,
        HomeTeam = game.Scheduled.Home,
        AwayTeam = game.Scheduled.Away,
        HomeScore = game.Box.HomeScore,
        AwayScore = game.Box.AwayScore,
        Winner = game.Plan.Of(game.Box.Winner).Team,
        TipOff = null,
        TipOffAssumed = false,
        Source = "nba_scoreboard_v2",
        AsOf = day.At(Moment.NextMorning),
    });
}
