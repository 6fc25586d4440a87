using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Analytics;

/// <summary>What each team allowed the other.</summary>
internal sealed class TeamDefenseTruth : TableTruth<TeamDefenseGameSummaryRow>
{
    protected override IEnumerable<TeamDefenseGameSummaryRow> Rows(DayTruth day) => day.Games.SelectMany(_ => BoxTruth.Sides, (game, side) => Row(day.Season.Of(game, side), day));

    private static TeamDefenseGameSummaryRow Row(TeamGame game, DayTruth day)
    {
        var other = game.Other();
        return new()
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
            OvertimePeriods = game.Game.Box.Overtimes,
            PointsAllowed = other.Points,
            OppFgMakes = other.FieldGoalsMade,
            OppFgAttempts = other.FieldGoalsAttempted,
            OppThreePtMakes = other.ThreesMade,
            OppThreePtAttempts = other.ThreesAttempted,
            OppFtMakes = other.FreeThrowsMade,
            OppFtAttempts = other.FreeThrowsAttempted,
            OppRebounds = other.OffensiveRebounds + other.DefensiveRebounds,
            OppAssists = other.Assists,
            TurnoversForced = other.Turnovers,
            FoulsCommitted = game.Fouls,
            Steals = game.Steals,
            Blocks = game.Blocks,
            DefensiveRebounds = game.DefensiveRebounds,
            DefensiveRating = other.Rating,
            OpponentPace = game.Pace(),
            OpponentTsPct = other.TrueShooting,
            OpponentEfgPct = other.EffectiveFieldGoal,
            Source = "team_defense_game_summary",
            AsOf = day.At(Moment.NextMorning),
        };
    }
}
