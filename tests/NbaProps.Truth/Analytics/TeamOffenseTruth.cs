using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Analytics;

/// <summary>What each team did with the ball.</summary>
internal sealed class TeamOffenseTruth : TableTruth<TeamOffenseGameSummaryRow>
{
    protected override IEnumerable<TeamOffenseGameSummaryRow> Rows(DayTruth day) => day.Games.SelectMany(_ => BoxTruth.Sides, (game, side) => Row(day.Season.Of(game, side), day));

    private static TeamOffenseGameSummaryRow Row(TeamGame game, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = game.Id,
        Team = game.Team,
        Opponent = game.Opponent,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Id.Phase.ToStorageName(),
        HomeGame = game.IsHome,
        Won = game.Won,
        MarginOfVictory = game.Margin,
        TeamMinutes = game.Minutes,
        OvertimePeriods = game.Game.Box.Overtimes,
        PointsScored = game.Points,
        FgMakes = game.FieldGoalsMade,
        FgAttempts = game.FieldGoalsAttempted,
        ThreePtMakes = game.ThreesMade,
        ThreePtAttempts = game.ThreesAttempted,
        FtMakes = game.FreeThrowsMade,
        FtAttempts = game.FreeThrowsAttempted,
        OffensiveRebounds = game.OffensiveRebounds,
        Rebounds = game.OffensiveRebounds + game.DefensiveRebounds,
        Assists = game.Assists,
        Turnovers = game.Turnovers,
        PersonalFouls = game.Fouls,
        Possessions = game.Possessions,
        Pace = game.Pace(),
        OffensiveRating = game.Rating,
        TsPct = game.TrueShooting,
        EfgPct = game.EffectiveFieldGoal,
        Source = "team_offense_game_summary",
        AsOf = day.At(Moment.NextMorning),
    };
}
