using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Features;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Analytics;

/// <summary>How each team comes into its game.</summary>
internal sealed class UpcomingTeamTruth : TableTruth<UpcomingTeamGameContextRow>
{
    protected override IEnumerable<UpcomingTeamGameContextRow> Rows(DayTruth day) => day.Games.SelectMany(_ => BoxTruth.Sides, (game, side) => Row(game, side, day));

    private static UpcomingTeamGameContextRow Row(SimulatedGame game, Side side, DayTruth day)
    {
        var team = game.Plan.Of(side).Team;
        var before = day.Season.Before(day.Date, team).ToArray();
        var days = before.Select(earlier => day.Date.DaysSince(earlier.Date)).ToArray();
        return new()
        {
            GameDate = day.Date,
            GameId = game.Scheduled.Id,
            Team = team,
            Opponent = game.Plan.Of(side.Other()).Team,
            HomeGame = side == Side.Home,
            Season = day.Season.Season.League.Season,
            SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
            TipOff = game.Scheduled.TipOff,
            TipOffAssumed = false,
            TeamDaysRest = days.Length == 0 ? null : days[0] - 1,
            BackToBack = days.Length == 0 ? null : days[0] == 1,
            GamesInLast7Days = days.Length == 0 ? null : days.Count(ago => ago <= 7),
            GamesInLast14Days = days.Length == 0 ? null : days.Count(ago => ago <= 14),
            GameNumberInSeason = before.Length + 1,
            SeasonGamesMissing = 0,
            HistoryIsWhole = true,
            TeamWinStreak = before.TakeWhile(earlier => earlier.Won).Count(),
            TeamLossStreak = before.TakeWhile(earlier => !earlier.Won).Count(),
            SeasonWinPct = Figures.Mean([.. before.Select(earlier => earlier.Won ? 1.0 : 0)]),
            LastGameMargin = before.Length == 0 ? null : before[0].Margin,
            Source = "upcoming_team_game_context",
            AsOf = day.At(Moment.Context),
        };
    }
}
