using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>ESPN: the scoreboard is a real event with this game's values; of box scores and rosters no real sample is to be had, they have the documented shape.</summary>
internal sealed class EspnFiles(Payloads payloads, RealGame real)
{
    public JsonNode Scoreboard(GameDate date, DateTimeOffset now)
    {
        var board = payloads.Json("espn/scoreboard_2024-01-15.json.gz");
        var like = board["events"]![0]!;
        board["events"] = new JsonArray([.. Nights.Of(date).Select(game => Event(game, like, now))]);
        return board;
    }

    /// <summary>The page of a game's box score, with its state in a script.</summary>
    public string BoxScore(NightGame game)
    {
        var teams = new JsonArray([.. new[] { (game.Home, true), (game.Away, false) }.Select(side => new JsonObject
        {
            ["tm"] = new JsonObject { ["abbrev"] = Code(side.Item1) },
            ["stats"] = new JsonArray([.. new[] { true, false }.Select(starters => new JsonObject
            {
                ["type"] = starters ? "starters" : "bench",
                ["athlts"] = new JsonArray([.. real.Lines(game, side.Item2).Where(line => line.Played && line.Started == starters).Select(line => new JsonObject
                {
                    ["athlt"] = new JsonObject { ["id"] = Text(line.Id), ["dspNm"] = line.Name, ["jersey"] = line.Number },
                    ["stats"] = new JsonArray([.. Texts(line)]),
                })]),
            })]),
        })]);
        return $"<!DOCTYPE html><html><script>window['__espnfitt__']={{\"page\":{{\"content\":{{\"bxscr\":{teams.ToJsonString()}}}}}}};</script></html>";
    }

    /// <summary>A team's roster; the first player of each is out.</summary>
    public JsonNode Roster(string code)
    {
        var team = TeamTricode.All.Single(team => string.Equals(Code(team), code, StringComparison.OrdinalIgnoreCase));
        return new JsonObject
        {
            ["team"] = new JsonObject
            {
                ["abbreviation"] = Code(team),
                ["athletes"] = new JsonArray([.. payloads.Players(team.Value).Select((player, index) => new JsonObject
                {
                    ["id"] = Text(player.Id),
                    ["fullName"] = $"{player.First} {player.Last}",
                    ["injuries"] = index == 0 ? new JsonArray(new JsonObject { ["status"] = "Out" }) : [],
                })]),
            },
        };
    }

    private static JsonNode Event(NightGame game, JsonNode like, DateTimeOffset now)
    {
        var one = like.DeepClone();
        var competition = one["competitions"]![0]!;
        var start = game.TipOff.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        (one["id"], one["date"], competition["id"], competition["date"], competition["startDate"]) = (Text(game.Number), start, Text(game.Number), start, start);
        var over = game.IsOver(now);
        var status = competition["status"]!["type"]!;
        (status["name"], status["state"], status["completed"], status["detail"]) = (over ? "STATUS_FINAL" : "STATUS_SCHEDULED", over ? "post" : "pre", over, over ? "Final" : "7:00 PM EST");
        foreach (var side in competition["competitors"]!.AsArray())
        {
            var home = (string)side!["homeAway"]! == "home";
            side["team"]!["abbreviation"] = Code(home ? game.Home : game.Away);
            (side["score"], side["winner"]) = (over ? Text(home ? NightGame.HomeScore : NightGame.AwayScore) : "0", over && home);
        }

        return one;
    }

    private static IEnumerable<JsonNode> Texts(PlayedLine line)
    {
        yield return Text(line.Minutes);
        yield return $"{line["fieldGoalsMade"]}-{line["fieldGoalsAttempted"]}";
        yield return $"{line["threePointersMade"]}-{line["threePointersAttempted"]}";
        yield return $"{line["freeThrowsMade"]}-{line["freeThrowsAttempted"]}";
        foreach (var name in new[] { "reboundsOffensive", "reboundsDefensive", "reboundsTotal", "assists", "steals", "blocks", "turnovers", "foulsPersonal", "plusMinusPoints", "points" })
        {
            yield return Text(line[name]);
        }
    }

    private static string Code(TeamTricode team) => TeamSpellings.All(TeamSource.Espn).First(spelling => TeamSpellings.TryResolve(TeamSource.Espn, spelling, out var meant) && meant == team);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
