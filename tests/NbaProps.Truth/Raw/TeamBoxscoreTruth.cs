using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The box-score lines of both teams of each game.</summary>
internal sealed class TeamBoxscoreTruth : TableTruth<NbacTeamBoxscoreRow>
{
    protected override IEnumerable<NbacTeamBoxscoreRow> Rows(DayTruth day) =>
        day.Games.SelectMany(_ => BoxTruth.Sides, (game, side) => Row(day.Season.Of(game, side), day));

    private static NbacTeamBoxscoreRow Row(TeamGame game, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = game.Id,
        Team = game.Team,
        Opponent = game.Opponent,
        IsHome = game.IsHome,
        Won = game.Won,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Id.Phase.ToStorageName(),
        Minutes = game.Minutes,
        FieldGoalsMade = game.FieldGoalsMade,
        FieldGoalsAttempted = game.FieldGoalsAttempted,
        ThreePointersMade = game.ThreesMade,
        ThreePointersAttempted = game.ThreesAttempted,
        FreeThrowsMade = game.FreeThrowsMade,
        FreeThrowsAttempted = game.FreeThrowsAttempted,
        OffensiveRebounds = game.OffensiveRebounds,
        DefensiveRebounds = game.DefensiveRebounds,
        Rebounds = game.OffensiveRebounds + game.DefensiveRebounds,
        Assists = game.Assists,
        Steals = game.Steals,
        Blocks = game.Blocks,
        Turnovers = game.Turnovers,
        PersonalFouls = game.Fouls,
        Points = game.Points,
        PlusMinus = game.Margin,
        Source = "nba_leaguegamelog",
        AsOf = day.At(Moment.NextMorning),
    };
}
