using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>The league's tables, made of the real ones: their columns, and a real row with this game's values in it.</summary>
internal sealed class LeagueTables(Payloads payloads, RealGame real)
{
    // A column of the log, and what the content network's box score calls it. Percentages are not read.
    private static readonly (string Column, string Statistic)[] Counts =
    [
        ("FGM", "fieldGoalsMade"), ("FGA", "fieldGoalsAttempted"), ("FG3M", "threePointersMade"), ("FG3A", "threePointersAttempted"), ("FTM", "freeThrowsMade"),
        ("FTA", "freeThrowsAttempted"), ("OREB", "reboundsOffensive"), ("DREB", "reboundsDefensive"), ("REB", "reboundsTotal"), ("AST", "assists"), ("STL", "steals"),
        ("BLK", "blocks"), ("TOV", "turnovers"), ("PF", "foulsPersonal"), ("PTS", "points"),
    ];

    /// <summary>leaguegamelog of players; empty before the games are over.</summary>
    /// <param name="date">The night.</param>
    /// <param name="now">The game clock.</param>
    /// <param name="freeThrows">How many more each player has made than the box score says: a correction.</param>
    public JsonNode PlayerLog(GameDate date, DateTimeOffset now, int freeThrows) => Log(date, now, (game, home) => real.Lines(game, home).Where(line => line.Played).Select(line => new[]
    {
        ("PLAYER_ID", (JsonNode?)line.Id), ("PLAYER_NAME", line.Name), ("MIN", line.Minutes), ("PLUS_MINUS", line["plusMinusPoints"]),
    }.Concat(CountsOf(JsonNode.Parse(line.Statistics)!).Select(count =>
        count.Item1 is "FTM" or "FTA" or "PTS" ? (count.Item1, (JsonNode?)((int)count.Item2! + freeThrows)) : count))));

    /// <summary>leaguegamelog of teams, which is no real sample: the players' without the columns of a player.</summary>
    public JsonNode TeamLog(GameDate date, DateTimeOffset now)
    {
        var log = Log(date, now, (game, home) =>
        [
            [.. CountsOf(Side(game, home)["statistics"]!).Where(count => count.Item1 != "REB"), ("REB", OfPlayers(Side(game, home)["statistics"]!)), ("MIN", 240), ("PLUS_MINUS", home ? NightGame.HomeScore - NightGame.AwayScore : NightGame.AwayScore - NightGame.HomeScore)],
        ]);
        var set = log["resultSets"]![0]!;
        foreach (var column in new[] { "PLAYER_ID", "PLAYER_NAME", "FANTASY_PTS" })
        {
            var at = Array.IndexOf(ResultSets.Headers(set), column);
            set["headers"]!.AsArray().RemoveAt(at);
            set["rowSet"]!.AsArray().ToList().ForEach(row => row!.AsArray().RemoveAt(at));
        }

        return log;
    }

    /// <summary>boxscoretraditionalv3, of which no real sample is to be had: the documented shape with the content network's statistics.</summary>
    public JsonNode TraditionalBoxScore(NightGame game)
    {
        JsonObject Team(bool home)
        {
            var side = Side(game, home);
            var statistics = side["statistics"]!.DeepClone();
            (statistics["minutes"], statistics["plusMinusPoints"], statistics["reboundsTotal"]) = ("240:00", home ? 3 : -3, OfPlayers(statistics));
            return new JsonObject
            {
                ["teamId"] = side["teamId"]!.DeepClone(),
                ["teamTricode"] = side["teamTricode"]!.DeepClone(),
                ["statistics"] = statistics,
                ["players"] = new JsonArray([.. real.Lines(game, home).Where(line => line.Played).Select(line =>
                {
                    var own = JsonNode.Parse(line.Statistics)!;
                    own["minutes"] = string.Create(CultureInfo.InvariantCulture, $"{(int)line.Time.TotalMinutes}:{line.Time.Seconds:00}");
                    return new JsonObject { ["personId"] = line.Id, ["firstName"] = line.First, ["familyName"] = line.Last, ["position"] = line.Started ? "F" : "", ["comment"] = "", ["statistics"] = own };
                })]),
            };
        }

        return new JsonObject { ["boxScoreTraditional"] = new JsonObject { ["gameId"] = game.Id, ["homeTeam"] = Team(home: true), ["awayTeam"] = Team(home: false) } };
    }

    /// <summary>scoreboardV2: the games and both sides' lines; its other tables are not read.</summary>
    public JsonNode Scoreboard(GameDate date, DateTimeOffset now)
    {
        var board = payloads.Json("nba_scoreboard/scoreboardv2_2024-01-15.json");
        board["parameters"]!["GameDate"] = date.ToString();
        var sets = board["resultSets"]!.AsArray();
        var (headers, lines) = (sets.Single(set => (string)set!["name"]! == "GameHeader")!, sets.Single(set => (string)set!["name"]! == "LineScore")!);
        var (header, line) = (ResultSets.Rows(headers)[0], ResultSets.Rows(lines)[0]);
        var games = Nights.Of(date);
        headers["rowSet"] = new JsonArray([.. games.Select(game => ResultSets.Row(
            headers, header, ("GAME_DATE_EST", $"{date}T00:00:00"), ("GAME_ID", game.Id), ("GAME_STATUS_ID", game.IsOver(now) ? 3 : 1),
            ("GAME_STATUS_TEXT", game.IsOver(now) ? "Final" : "7:00 pm ET"), ("GAMECODE", game.Code), ("HOME_TEAM_ID", Number(game.Home)), ("VISITOR_TEAM_ID", Number(game.Away)), ("SEASON", "2025")))]);
        lines["rowSet"] = new JsonArray([.. games.SelectMany(game => new[] { true, false }.Select(home =>
        {
            var (team, points) = home ? (game.Home, NightGame.HomeScore) : (game.Away, NightGame.AwayScore);
            JsonNode? scored = game.IsOver(now) ? points : null;
            return ResultSets.Row(
                lines, line, ("GAME_DATE_EST", $"{date}T00:00:00"), ("GAME_ID", game.Id), ("TEAM_ID", Number(team)), ("TEAM_ABBREVIATION", team.Value), ("PTS", scored));
        }))]);
        return board;
    }

    private JsonNode Log(GameDate date, DateTimeOffset now, Func<NightGame, bool, IEnumerable<IEnumerable<(string, JsonNode?)>>> lines)
    {
        var log = payloads.Json("nba_leaguegamelog/leaguegamelog_players_2025-03-15.json");
        var set = log["resultSets"]![0]!;
        var like = ResultSets.Rows(set)[0];
        set["rowSet"] = new JsonArray([.. Nights.Of(date).Where(game => game.IsOver(now)).SelectMany(game => new[] { true, false }.SelectMany(home => lines(game, home).Select(line =>
        {
            var (own, other) = home ? (game.Home, game.Away) : (game.Away, game.Home);
            return ResultSets.Row(
                set, like,
                [("SEASON_ID", "22025"), ("TEAM_ID", Number(own)), ("TEAM_ABBREVIATION", own.Value), ("TEAM_NAME", TeamSpellings.FullName(own)), ("GAME_ID", game.Id),
                 ("GAME_DATE", date.ToString()), ("MATCHUP", $"{own} {(home ? "vs." : "@")} {other}"), ("WL", home ? "W" : "L"), .. line]);
        })))]);
        return log;
    }

    private static IEnumerable<(string, JsonNode?)> CountsOf(JsonNode statistics) => Counts.Select(count => (count.Column, (JsonNode?)(int)(double)statistics[count.Statistic]!));

    // The content network counts the team's own rebounds in the total; the tables do not.
    private static JsonNode? OfPlayers(JsonNode statistics) => (int)(double)statistics["reboundsPersonal"]!;

    private JsonNode Side(NightGame game, bool home) => real.BoxScore(game)["game"]![home ? "homeTeam" : "awayTeam"]!;

    private int Number(TeamTricode team) => payloads.Team(team.Value).Id;
}
