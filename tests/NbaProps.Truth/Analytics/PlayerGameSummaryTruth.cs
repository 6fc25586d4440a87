using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Features;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Analytics;

/// <summary>What each player did. Rule: rates rest on the league's rounded minutes; usage by the share of team minutes over five.</summary>
internal sealed class PlayerGameSummaryTruth : TableTruth<PlayerGameSummaryRow>
{
    protected override IEnumerable<PlayerGameSummaryRow> Rows(DayTruth day) => day.Games.SelectMany(BoxTruth.Players, (game, line) => Row(new PlayerGame(game, line), day));

    private static PlayerGameSummaryRow Row(PlayerGame game, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = game.Id,
        PlayerId = game.Player.Id,
        PlayerName = game.Player.FullName,
        NameKey = game.Player.NameKey,
        Team = game.Team,
        Opponent = game.Opponent,
        HomeGame = game.IsHome,
        Won = game.Won,
        Season = day.Season.Season.League.Season,
        SeasonPhase = game.Id.Phase.ToStorageName(),
        Played = game.Played,
        MinutesPlayed = game.Minutes,
        Points = game.Line.Points,
        FgMakes = game.Line.FieldGoalsMade,
        FgAttempts = game.Line.FieldGoalsAttempted,
        ThreePtMakes = game.Line.ThreesMade,
        ThreePtAttempts = game.Line.ThreesAttempted,
        FtMakes = game.Line.FreeThrowsMade,
        FtAttempts = game.Line.FreeThrowsAttempted,
        OffensiveRebounds = game.Line.OffensiveRebounds,
        DefensiveRebounds = game.Line.DefensiveRebounds,
        Assists = game.Line.Assists,
        Steals = game.Line.Steals,
        Blocks = game.Line.Blocks,
        Turnovers = game.Line.Turnovers,
        PersonalFouls = game.Line.Fouls,
        PlusMinus = game.Line.PlusMinus,
        UsageRate = Figures.Usage(game, day.Season.Of(game.Game, game.Line.Side)),
        TsPct = Figures.TrueShooting(game.Line.Points, game.Line.FieldGoalsAttempted, game.Line.FreeThrowsAttempted),
        EfgPct = game.Line.FieldGoalsAttempted == 0 ? null : (game.Line.FieldGoalsMade + (0.5 * game.Line.ThreesMade)) / game.Line.FieldGoalsAttempted,
        Source = "player_game_summary",
        AsOf = day.At(Moment.NextMorning),
    };
}
