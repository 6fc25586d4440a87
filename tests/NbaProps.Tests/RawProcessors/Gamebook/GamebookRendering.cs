using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Gamebook;

namespace NbaProps.Tests.RawProcessors.Gamebook;

/// <summary>Writes a gamebook's text in the layout of the league: a head, a table for each team, the lists of inactive players.</summary>
internal static class GamebookRendering
{
    private const string Columns = "NO PLAYER POS MIN FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS";

    private static readonly string[] Counts =
    [
        "field_goals_made", "field_goals_attempted", "three_pointers_made", "three_pointers_attempted", "free_throws_made", "free_throws_attempted", "offensive_rebounds",
        "defensive_rebounds", "total_rebounds", "assists", "personal_fouls", "steals", "turnovers", "blocks", "plus_minus", "points",
    ];

    /// <summary>A small invented game.</summary>
    public const string Small = """
        FINAL BOX
        Wednesday, April 10, 2024 Some Arena, Cleveland, OH
        Officials: #24 Anna Able, #36 Bob Baker, #41 Carl Cook
        Game Duration: 2:10 Attendance: 19,432 (Sellout)
        VISITOR: Memphis Grizzlies (27-53)
        NO PLAYER POS MIN FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS
        45 Dan Dean Jr. F 35:42 7 21 2 10 6 6 0 2 2 2 2 2 1 1 -13 22
        0 Ed East 01:50 0 0 0 0 0 0 0 0 0 0 0 0 0 0 +4 0
        00 Fred First DNP - Coach's Decision
        8 Gus Ginn DND - Injury/Illness - Left Knee; Sprain
        9 Hal Holt NWT - Personal
        TOTALS: 240:00 7 21 2 10 6 6 0 2 2 2 2 2 1 1 -13 22
        33.3% 20.0% 100.0% TM REB: 8
        HOME: Cleveland Cavaliers (47-33)
        NO PLAYER POS MIN FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS
        1 Ian Idle G 29:42 3 5 2 3 0 1 1 5 6 1 2 1 0 0 -1 8
        SCORE BY PERIOD 1 2 3 4 FINAL
        Grizzlies 21 30 25 22 98
        Inactive: Grizzlies - Jones (Injury/Illness - Left Knee, Right Knee; Sprain), Kline Jr. (G
        League - Two-Way),
        Moss (Rest)
        Inactive: Cavaliers - None
        Points in the Paint: Grizzlies 40
        """;

    public static GamebookReading Open(string text)
    {
        using var payload = new RawPayload("gamebooks/test.pdf", Encoding.UTF8.GetBytes(text));
        return GamebookText.Open(payload);
    }

    /// <summary>The text from which the reference made its facts. Numbers and positions, which it lacks, are invented.</summary>
    public static string Render(JsonElement game)
    {
        var (away, home) = ("Memphis Grizzlies", "Cleveland Cavaliers");
        var text = new StringBuilder();
        var date = DateOnly.ParseExact(Text(game, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"FINAL BOX\n{date} {Text(game, "arena")}, {Text(game, "city")}, {Text(game, "state")}\n");
        text.Append("Officials: ").AppendJoin(", ", game.GetProperty("officials").EnumerateArray().Select(one => $"#{one.GetProperty("number").GetInt32()} {Text(one, "name")}")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Game Duration: {Text(game, "game_duration")}\nAttendance: {game.GetProperty("attendance").GetInt32()} ({Text(game, "attendance_note")})\n");
        Table(text, game, "VISITOR", away, "(27-52)");
        Table(text, game, "HOME", home, "(47-32)");

        // The reference took the visitors' last reason, the second list and its names for one list of the visitors: written as it has them, they
        // are the text again, both lists in one line.
        var inactive = game.GetProperty("inactive_players").EnumerateArray().Where(one => Text(one, "team") == away);
        text.Append("Inactive: Grizzlies - ").AppendJoin(", ", inactive.Select(one => $"{Text(one, "name")} ({Text(one, "reason")})")).Append('\n');
        return text.ToString();
    }

    private static void Table(StringBuilder text, JsonElement game, string side, string team, string record)
    {
        text.Append(CultureInfo.InvariantCulture, $"{side}: {team} {record}\n{Columns}\n");
        string[] positions = ["F", "F", "C", "G", "G"];
        foreach (var (index, player) in game.GetProperty("active_players").EnumerateArray().Where(one => Text(one, "team") == team).Index())
        {
            var stats = player.GetProperty("stats");
            var starter = index < positions.Length ? $" {positions[index]}" : "";
            text.Append(CultureInfo.InvariantCulture, $"{index} {Text(player, "name")}{starter} {Text(stats, "minutes")} ").AppendJoin(' ', Counts.Select(count => stats.GetProperty(count).GetRawText())).Append('\n');
        }

        foreach (var (index, player) in game.GetProperty("dnp_players").EnumerateArray().Where(one => Text(one, "team") == team).Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 30} {Text(player, "name")} {Text(player, "dnp_reason")}\n");
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
