using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>The league's other pages: schedule, the content network's scoreboard, who moved, who officiates.</summary>
internal sealed class LeagueFiles(Payloads payloads)
{
    // The content network's schedule is refused when it has fewer dates than a season: those around the nights are empty.
    private const int Dates = 60;

    /// <summary>The season's schedule: a real game of 2024-25 with this game's values in it.</summary>
    public JsonNode Schedule(DateTimeOffset now)
    {
        var schedule = payloads.Json("nba_schedule/scheduleLeagueV2_2024-25.json.gz");
        var season = schedule["leagueSchedule"]!;
        var like = season["gameDates"]!.AsArray().SelectMany(date => date!["games"]!.AsArray()).First(game => ((string)game!["gameId"]!).StartsWith("002", StringComparison.Ordinal))!;
        season["seasonYear"] = "2025-26";
        season["gameDates"] = new JsonArray([.. Enumerable.Range(-Dates / 2, Dates).Select(day => Nights.First.AddDays(day)).Select(date => new JsonObject
        {
            ["gameDate"] = date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) + " 00:00:00",
            ["games"] = new JsonArray([.. Nights.Of(date).Select(game => Scheduled(game, like, now))]),
        })]);
        return schedule;
    }

    /// <summary>todaysScoreboard of the newest night that is over, as the file stands the morning after: a real game of it with this game's values.</summary>
    public JsonNode TodaysScoreboard(DateTimeOffset now)
    {
        var file = payloads.Json("nba_scoreboard/todaysScoreboard_00_complete.json");
        var board = file["scoreboard"]!;
        var like = board["games"]![0]!;
        var date = Nights.Games.Where(game => game.IsOver(now)).Select(game => game.Date).Append(Nights.First).Max();
        board["gameDate"] = date.ToString();
        board["games"] = new JsonArray([.. Nights.Of(date).Select(game =>
        {
            var one = like.DeepClone();
            (one["gameId"], one["gameCode"], one["gameTimeUTC"], one["gameEt"]) = (game.Id, game.Code, game.Start, $"{date}T19:00:00Z");
            SetSide(one["homeTeam"]!, game.Home, NightGame.HomeScore);
            SetSide(one["awayTeam"]!, game.Away, NightGame.AwayScore);
            return one;
        })]);
        return file;
    }

    /// <summary>The officials of a date: real assignments with these games' values.</summary>
    public JsonNode Officials(GameDate date)
    {
        var file = payloads.Json("nba_referees/referee_assignments.json");
        var day = date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        foreach (var (name, league) in file.AsObject())
        {
            if (league is JsonObject && string.Equals(name, "nba", StringComparison.Ordinal))
            {
                var rows = league["Table"]!["rows"]!.AsArray();
                league["Table"]!["rows"] = new JsonArray([.. Nights.Of(date).Zip(rows).Select(pair =>
                {
                    var (game, row) = (pair.First, pair.Second!.DeepClone());
                    (row["game_id"], row["game_date"], row["season"], row["game_code"]) = (game.Id, day, "22025", game.Code);
                    (row["home_team_id"], row["home_team_abbr"]) = (payloads.Team(game.Home.Value).Id, game.Home.Value);
                    (row["away_team_id"], row["away_team_abbr"]) = (payloads.Team(game.Away.Value).Id, game.Away.Value);
                    return row;
                })]);
            }

            foreach (var row in league!["Table1"]!["rows"]!.AsArray())
            {
                row!["game_date"] = day;
            }
        }

        return file;
    }

    /// <summary>Signings, trades and waivers, of which no real sample is to be had: the documented shape, a line a day up to the second night.</summary>
    public JsonNode Movement() => new JsonObject
    {
        ["NBA_Player_Movement"] = new JsonObject
        {
            ["columns"] = new JsonArray(),
            ["rows"] = new JsonArray([.. Enumerable.Range(0, 120).Select(back => new JsonObject
            {
                ["Transaction_Type"] = "Signing",
                ["TRANSACTION_DATE"] = $"{Nights.Second.AddDays(-back)}T00:00:00",
                ["TRANSACTION_DESCRIPTION"] = "Charlotte Hornets signed guard Tosan Evbuomwan.",
                ["TEAM_ID"] = payloads.Team("CHA").Id,
                ["TEAM_SLUG"] = "hornets",
                ["PLAYER_ID"] = 1641787.0,
                ["PLAYER_SLUG"] = "tosan-evbuomwan",
                ["Additional_Sort"] = 0.0,
                ["GroupSort"] = string.Create(CultureInfo.InvariantCulture, $"Signing {1000 - back}"),
            })]),
        },
    };

    private JsonNode Scheduled(NightGame game, JsonNode like, DateTimeOffset now)
    {
        var one = like.DeepClone();
        var over = game.IsOver(now);
        (one["gameId"], one["gameCode"], one["gameStatus"], one["gameStatusText"]) = (game.Id, game.Code, over ? 3 : 1, over ? "Final" : "7:00 pm ET");
        (one["gameDateEst"], one["gameTimeEst"], one["gameDateTimeEst"]) = ($"{game.Date}T00:00:00Z", "1900-01-01T19:00:00Z", $"{game.Date}T19:00:00Z");
        (one["gameDateUTC"], one["gameTimeUTC"], one["gameDateTimeUTC"]) = ($"{game.Date}T05:00:00Z", "1900-01-01T00:00:00Z", game.Start);
        SetSide(one["homeTeam"]!, game.Home, over ? NightGame.HomeScore : 0);
        SetSide(one["awayTeam"]!, game.Away, over ? NightGame.AwayScore : 0);
        return one;
    }

    private void SetSide(JsonNode side, TeamTricode tricode, int score)
    {
        var team = payloads.Team(tricode.Value);
        (side["teamId"], side["teamTricode"], side["teamCity"], side["teamName"], side["score"]) = (team.Id, tricode.Value, team.City, team.Name, score);
    }
}
