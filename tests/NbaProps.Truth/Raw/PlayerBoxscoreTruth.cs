using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The box-score lines of everyone who was on court, be it for no second.</summary>
internal sealed class PlayerBoxscoreTruth : TableTruth<NbacPlayerBoxscoreRow>
{
    protected override IEnumerable<NbacPlayerBoxscoreRow> Rows(DayTruth day) =>
        day.Games.SelectMany(BoxTruth.Players, (game, line) => Row(new PlayerGame(game, line), day));

    private static NbacPlayerBoxscoreRow Row(PlayerGame game, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = game.Id,
        PlayerId = game.Player.Id,
        PlayerName = game.Player.FullName,
        NameKey = game.Player.NameKey,
        Team = game.Team,
        Opponent = game.Opponent,
        IsHome = game.IsHome,
        Won = game.Won,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Id.Phase.ToStorageName(),
        Minutes = game.Minutes,
        FieldGoalsMade = game.Line.FieldGoalsMade,
        FieldGoalsAttempted = game.Line.FieldGoalsAttempted,
        ThreePointersMade = game.Line.ThreesMade,
        ThreePointersAttempted = game.Line.ThreesAttempted,
        FreeThrowsMade = game.Line.FreeThrowsMade,
        FreeThrowsAttempted = game.Line.FreeThrowsAttempted,
        OffensiveRebounds = game.Line.OffensiveRebounds,
        DefensiveRebounds = game.Line.DefensiveRebounds,
        Rebounds = game.Line.Rebounds,
        Assists = game.Line.Assists,
        Steals = game.Line.Steals,
        Blocks = game.Line.Blocks,
        Turnovers = game.Line.Turnovers,
        PersonalFouls = game.Line.Fouls,
        Points = game.Line.Points,
        PlusMinus = game.Line.PlusMinus,
        Source = "nba_leaguegamelog",
        AsOf = day.At(Moment.NextMorning),
    };
}
