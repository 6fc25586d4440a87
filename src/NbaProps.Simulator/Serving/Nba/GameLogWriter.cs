using System.Globalization;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The league's game log (leaguegamelog) of players or teams as it stands at a moment, the latest games first.</summary>
internal static class GameLogWriter
{
    private static readonly string[] Game = ["TEAM_ID", "TEAM_ABBREVIATION", "TEAM_NAME", "GAME_ID", "GAME_DATE", "MATCHUP", "WL"];

    private static readonly string[] Counts =
    [
        "MIN", "FGM", "FGA", "FG_PCT", "FG3M", "FG3A", "FG3_PCT", "FTM", "FTA", "FT_PCT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF", "PTS", "PLUS_MINUS",
    ];

    private static readonly string[] PlayerHeaders = ["SEASON_ID", "PLAYER_ID", "PLAYER_NAME", .. Game, .. Counts, "FANTASY_PTS", "VIDEO_AVAILABLE"];

    private static readonly string[] TeamHeaders = ["SEASON_ID", .. Game, .. Counts, "VIDEO_AVAILABLE"];

    /// <summary>The log.</summary>
    public static StatsDocument Of(GameLogQuery query, LeagueMoment moment)
    {
        var games = moment.Season.Games
            .Where(game => query.Season == moment.Season.League.Season && game.Scheduled.Id.Phase == query.Phase && (moment.HasBoxScore(game) || (query.Players && moment.IsPlaceholder(Feeds.PlayerGameLog, game)))
                && (query.From is not { } from || game.Scheduled.Date >= from) && (query.To is not { } to || game.Scheduled.Date <= to))
            .OrderByDescending(game => game.Scheduled.Date)
            .ThenByDescending(game => game.Scheduled.Id);
        return new(
            "leaguegamelog",
            [
                ("LeagueID", "00"), ("Season", query.Season.Label), ("SeasonType", query.SeasonType), ("PlayerOrTeam", query.Players ? "P" : "T"), ("Counter", 1000),
                ("Sorter", "DATE"), ("Direction", "DESC"), ("DateFrom", query.From?.ToString()), ("DateTo", query.To?.ToString()),
            ],
            new StatsTable("LeagueGameLog", query.Players ? PlayerHeaders : TeamHeaders, games.SelectMany(game => !query.Players ? Teams(game) : moment.IsPlaceholder(Feeds.PlayerGameLog, game) ? Placeholders(game, moment) : Players(game))));
    }

    private static IEnumerable<object?[]> Players(SimulatedGame game) =>
        game.Box.Players.Where(PlayerFields.Played).Select(line => Player(game, line, Won(game, line.Side)));

    // Everybody who dressed, without a minute; who has won stands there once the game is over.
    private static IEnumerable<object?[]> Placeholders(SimulatedGame game, LeagueMoment moment) =>
        game.Box.Emptied().Players.Select(line => Player(game, line, moment.StatusOf(game) == GameStatus.Final ? Won(game, line.Side) : null));

    private static object?[] Player(SimulatedGame game, PlayerCounts line, string? won)
    {
        var fantasy = line.Points + (1.2 * line.Rebounds) + (1.5 * line.Assists) + (3 * (line.Steals + line.Blocks)) - line.Turnovers;
        return [SeasonId(game), line.Player.Id.Id, line.Player.FullName, .. Head(game, line.Side, won), .. Numbers(new LineTotals([line]), line.PlusMinus), Math.Round(fantasy, 1), 1];
    }

    private static IEnumerable<object?[]> Teams(SimulatedGame game) =>
        from side in new[] { Side.Home, Side.Away }
        select (object?[])[SeasonId(game), .. Head(game, side, Won(game, side)), .. Numbers(LineTotals.Of(game.Box, side), game.Box.ScoreOf(side) - game.Box.ScoreOf(side.Other())), 1];

    private static string Won(SimulatedGame game, Side side) => game.Box.Winner == side ? "W" : "L";

    private static string SeasonId(SimulatedGame game) => game.Scheduled.Id.Season.NbaSeasonId(game.Scheduled.Id.Phase).ToString(CultureInfo.InvariantCulture);

    private static object?[] Head(SimulatedGame game, Side side, string? won)
    {
        var (team, other) = (game.Plan.Of(side).Team, game.Plan.Of(side.Other()).Team);
        return
        [
            TeamSpellings.NbaId(team), team.Value, TeamSpellings.SimulatedFullName(team), game.Scheduled.Id.ToString(), game.Scheduled.Date.ToString(),
            side == Side.Home ? $"{team} vs. {other}" : $"{team} @ {other}", won,
        ];
    }

    private static object?[] Numbers(LineTotals line, int margin) =>
    [
        line.WholeMinutes, line.FieldGoalsMade, line.FieldGoalsAttempted, Share(line.FieldGoalsMade, line.FieldGoalsAttempted),
        line.ThreesMade, line.ThreesAttempted, Share(line.ThreesMade, line.ThreesAttempted), line.FreeThrowsMade, line.FreeThrowsAttempted,
        Share(line.FreeThrowsMade, line.FreeThrowsAttempted), line.OffensiveRebounds, line.DefensiveRebounds, line.Rebounds, line.Assists, line.Steals, line.Blocks,
        line.Turnovers, line.Fouls, line.Points, margin,
    ];

    // Unlike the box scores the log has no share of nothing.
    private static object? Share(int part, int of) => of == 0 ? null : NbaJson.Share(part, of);
}
