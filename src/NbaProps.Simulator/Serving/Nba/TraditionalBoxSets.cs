using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The traditional box score in its older form (boxscoretraditionalv2): tables of players, teams, and first fives and benches.</summary>
internal static class TraditionalBoxSets
{
    private static readonly string[] Counts =
        ["MIN", "FGM", "FGA", "FG_PCT", "FG3M", "FG3A", "FG3_PCT", "FTM", "FTA", "FT_PCT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TO", "PF", "PTS"];

    private static readonly string[] PlayerColumns =
        ["GAME_ID", "TEAM_ID", "TEAM_ABBREVIATION", "TEAM_CITY", "PLAYER_ID", "PLAYER_NAME", "NICKNAME", "START_POSITION", "COMMENT", .. Counts, "PLUS_MINUS"];

    private static readonly string[] TeamColumns = ["GAME_ID", "TEAM_ID", "TEAM_NAME", "TEAM_ABBREVIATION", "TEAM_CITY"];

    /// <summary>The box score.</summary>
    /// <param name="game">The game, which is over; null for empty tables, as of one that has not begun.</param>
    /// <param name="id">The id that was asked for.</param>
    public static StatsDocument Of(SimulatedGame? game, string id)
    {
        Side[] sides = game is null ? [] : [Side.Away, Side.Home];
        return new(
            "boxscore",
            [("GameID", id), ("StartPeriod", 0), ("EndPeriod", 0), ("StartRange", 0), ("EndRange", 0), ("RangeType", 0)],
            new("PlayerStats", PlayerColumns, sides.SelectMany(side => Players(game!, side))),
            new("TeamStats", [.. TeamColumns, .. Counts, "PLUS_MINUS"], sides.Select(side => Team(game!, side))),
            new("TeamStarterBenchStats", [.. TeamColumns, "STARTERS_BENCH", .. Counts], sides.SelectMany(side => Parts(game!, side))));
    }

    private static IEnumerable<object?[]> Players(SimulatedGame game, Side side)
    {
        var team = game.Plan.Of(side).Team;
        return PlayerFields.InOrder(game.Box, side).Select(player => (object?[])
        [
            game.Scheduled.Id.ToString(), TeamSpellings.NbaId(team), team.Value, TeamSpellings.City(team), player.Line.Player.Id.Id, player.Line.Player.FullName,
            player.Line.Player.GivenName, player.Position?[^1..] ?? string.Empty, PlayerFields.Played(player.Line) ? string.Empty : TraditionalBoxWriter.DidNotPlay,
            .. PlayerFields.Played(player.Line)
                ? [.. Numbers(new LineTotals([player.Line])), player.Line.PlusMinus]
                : Enumerable.Repeat((object?)null, Counts.Length + 1),
        ]);
    }

    private static object?[] Team(SimulatedGame game, Side side) =>
        [.. Head(game, side), .. Numbers(LineTotals.Of(game.Box, side)), game.Box.ScoreOf(side) - game.Box.ScoreOf(side.Other())];

    private static IEnumerable<object?[]> Parts(SimulatedGame game, Side side) => new[] { true, false }.Select(starters => (object?[])
        [.. Head(game, side), starters ? "Starters" : "Bench", .. Numbers(new LineTotals(game.Box.Of(side).Where(line => line.Starter == starters)))]);

    private static object?[] Head(SimulatedGame game, Side side)
    {
        var team = game.Plan.Of(side).Team;
        return [game.Scheduled.Id.ToString(), TeamSpellings.NbaId(team), TeamSpellings.SimulatedNickname(team), team.Value, TeamSpellings.City(team)];
    }

    private static object?[] Numbers(LineTotals line) =>
    [
        Minutes.FromSeconds(line.Seconds).ToString(), line.FieldGoalsMade, line.FieldGoalsAttempted, NbaJson.Share(line.FieldGoalsMade, line.FieldGoalsAttempted), line.ThreesMade,
        line.ThreesAttempted, NbaJson.Share(line.ThreesMade, line.ThreesAttempted), line.FreeThrowsMade, line.FreeThrowsAttempted,
        NbaJson.Share(line.FreeThrowsMade, line.FreeThrowsAttempted), line.OffensiveRebounds, line.DefensiveRebounds, line.Rebounds, line.Assists, line.Steals, line.Blocks,
        line.Turnovers, line.Fouls, line.Points,
    ];
}
