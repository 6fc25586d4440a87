using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>balldontlie: a real game and a real player's line with this game's values in them, and the real list of injuries.</summary>
internal sealed class BallDontLieFiles(Payloads payloads, RealGame real)
{
    private static readonly (string Name, string Statistic)[] Counts =
    [
        ("fgm", "fieldGoalsMade"), ("fga", "fieldGoalsAttempted"), ("fg3m", "threePointersMade"), ("fg3a", "threePointersAttempted"), ("ftm", "freeThrowsMade"), ("fta", "freeThrowsAttempted"),
        ("oreb", "reboundsOffensive"), ("dreb", "reboundsDefensive"), ("reb", "reboundsTotal"), ("ast", "assists"), ("stl", "steals"), ("blk", "blocks"), ("turnover", "turnovers"),
        ("pf", "foulsPersonal"), ("pts", "points"), ("plus_minus", "plusMinusPoints"),
    ];

    public JsonNode BoxScores(GameDate date, DateTimeOffset now)
    {
        var file = payloads.Json("balldontlie/box_scores.json");
        var like = file["data"]![0]!;
        file["data"] = new JsonArray([.. Nights.Of(date).Where(game => game.IsOver(now)).Select(game =>
        {
            var one = like.DeepClone();
            (one["id"], one["date"], one["datetime"]) = (game.Number, date.ToString(), game.TipOff.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", System.Globalization.CultureInfo.InvariantCulture));
            (one["home_team_score"], one["visitor_team_score"]) = (NightGame.HomeScore, NightGame.AwayScore);
            SetTeam(one["home_team"]!, game.Home, real.Lines(game, home: true));
            SetTeam(one["visitor_team"]!, game.Away, real.Lines(game, home: false));
            SetQuarters(one, "home", NightGame.HomeScore);
            SetQuarters(one, "visitor", NightGame.AwayScore);
            return one;
        })]);
        return file;
    }

    /// <summary>The first page, which is the last one here.</summary>
    public JsonNode Injuries()
    {
        var file = payloads.Json("balldontlie/injuries.json");
        file["meta"]!["next_cursor"] = null;
        return file;
    }

    private static void SetTeam(JsonNode team, TeamTricode tricode, IReadOnlyList<PlayedLine> lines)
    {
        // Its numbers are those of the full names in their order.
        (team["id"], team["abbreviation"], team["full_name"]) = (
            TeamTricode.All.OrderBy(TeamSpellings.FullName, StringComparer.Ordinal).ToList().IndexOf(tricode) + 1, tricode.Value, TeamSpellings.FullName(tricode));
        var like = team["players"]![0]!;
        team["players"] = new JsonArray([.. lines.Where(line => line.Played).Select(line =>
        {
            var one = like.DeepClone();
            one["min"] = line.Minutes.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var (name, statistic) in Counts)
            {
                one[name] = line[statistic];
            }

            // What is known of it: it lacks some of what happened.
            one["ast"] = Math.Max(0, line["assists"] - 1);
            (one["player"]!["id"], one["player"]!["first_name"], one["player"]!["last_name"]) = (line.Id, line.First, line.Last);
            return one;
        })]);
    }

    private static void SetQuarters(JsonNode game, string side, int score)
    {
        (game[$"{side}_q1"], game[$"{side}_q2"], game[$"{side}_q3"], game[$"{side}_q4"]) = (25, 25, 25, score - 75);
    }
}
