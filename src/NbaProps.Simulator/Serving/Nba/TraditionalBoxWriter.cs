using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The traditional box score of a game (boxscoretraditionalv3): who dressed, the first five first.</summary>
internal static class TraditionalBoxWriter
{
    public const string DidNotPlay = "DNP - Coach's Decision";

    public static void Write(Utf8JsonWriter json, LeagueMoment moment, SimulatedGame game)
    {
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteString("request", $"http://nba.cloud/games/{game.Scheduled.Id}/boxscoretraditional?StartPeriod=0&EndPeriod=10&Format=json");
        json.WriteString("time", NbaJson.Stamp(moment.Now));
        json.WriteEndObject();
        json.WriteStartObject("boxScoreTraditional");
        json.WriteString("gameId", game.Scheduled.Id.ToString());
        json.WriteNumber("awayTeamId", TeamSpellings.NbaId(game.Scheduled.Away));
        json.WriteNumber("homeTeamId", TeamSpellings.NbaId(game.Scheduled.Home));
        Team(json, "homeTeam", game.Box, Side.Home);
        Team(json, "awayTeam", game.Box, Side.Away);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Team(Utf8JsonWriter json, string name, BoxScore box, Side side)
    {
        var team = box.Plan.Of(side).Team;
        json.WriteStartObject(name);
        NbaJson.Team(json, team);
        json.WriteString("teamSlug", NbaJson.Slug(team));
        json.WriteStartArray("players");
        foreach (var (line, position) in PlayerFields.InOrder(box, side))
        {
            Player(json, line, position);
        }

        json.WriteEndArray();
        var all = LineTotals.Of(box, side);
        Statistics(json, "statistics", all, Minutes.FromSeconds(all.Seconds).ToString(), box.ScoreOf(side) - box.ScoreOf(side.Other()));
        foreach (var (part, starters) in new[] { ("starters", true), ("bench", false) })
        {
            var totals = new LineTotals(box.Of(side).Where(line => line.Starter == starters));
            Statistics(json, part, totals, Minutes.FromSeconds(totals.Seconds).ToString(), margin: null);
        }

        json.WriteEndObject();
    }

    private static void Player(Utf8JsonWriter json, PlayerCounts line, string? position)
    {
        json.WriteStartObject();
        json.WriteNumber("personId", line.Player.Id.Id);
        json.WriteString("firstName", line.Player.GivenName);
        json.WriteString("familyName", line.Player.LastName);
        json.WriteString("nameI", line.Player.InitialName);
        json.WriteString("playerSlug", PlayerFields.Slug(line.Player));
        json.WriteString("position", position?[^1..] ?? string.Empty);
        json.WriteString("comment", PlayerFields.Played(line) ? string.Empty : DidNotPlay);
        json.WriteString("jerseyNum", PlayerFields.Jersey(line.Player));
        Statistics(json, "statistics", new LineTotals([line]), PlayerFields.Played(line) ? Time(line.Seconds) : string.Empty, line.PlusMinus);
        json.WriteEndObject();
    }

    // Two digits of minutes: 05:12.
    private static string Time(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}");

    private static void Statistics(Utf8JsonWriter json, string name, LineTotals line, string minutes, int? margin)
    {
        json.WriteStartObject(name);
        json.WriteString("minutes", minutes);
        json.WriteNumber("fieldGoalsMade", line.FieldGoalsMade);
        json.WriteNumber("fieldGoalsAttempted", line.FieldGoalsAttempted);
        NbaJson.Decimal(json, "fieldGoalsPercentage", NbaJson.Share(line.FieldGoalsMade, line.FieldGoalsAttempted));
        json.WriteNumber("threePointersMade", line.ThreesMade);
        json.WriteNumber("threePointersAttempted", line.ThreesAttempted);
        NbaJson.Decimal(json, "threePointersPercentage", NbaJson.Share(line.ThreesMade, line.ThreesAttempted));
        json.WriteNumber("freeThrowsMade", line.FreeThrowsMade);
        json.WriteNumber("freeThrowsAttempted", line.FreeThrowsAttempted);
        NbaJson.Decimal(json, "freeThrowsPercentage", NbaJson.Share(line.FreeThrowsMade, line.FreeThrowsAttempted));
        json.WriteNumber("reboundsOffensive", line.OffensiveRebounds);
        json.WriteNumber("reboundsDefensive", line.DefensiveRebounds);
        json.WriteNumber("reboundsTotal", line.Rebounds);
        json.WriteNumber("assists", line.Assists);
        json.WriteNumber("steals", line.Steals);
        json.WriteNumber("blocks", line.Blocks);
        json.WriteNumber("turnovers", line.Turnovers);
        json.WriteNumber("foulsPersonal", line.Fouls);
        json.WriteNumber("points", line.Points);
        if (margin is { } points)
        {
            NbaJson.Decimal(json, "plusMinusPoints", points);
        }

        json.WriteEndObject();
    }
}
