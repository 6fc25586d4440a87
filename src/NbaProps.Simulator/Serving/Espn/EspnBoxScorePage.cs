using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>ESPN's page of a box score: what is shown stands as JSON in one of its scripts.</summary>
internal static class EspnBoxScorePage
{
    private static readonly string[] Labels = ["MIN", "FG", "3PT", "FT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TO", "PF", "+/-", "PTS"];

    /// <summary>The page.</summary>
    /// <param name="game">The game.</param>
    /// <param name="box">Its box score at the moment; null before it begins, when the page has none.</param>
    public static string Write(SimulatedGame game, BoxScore? box)
    {
        var state = Encoding.UTF8.GetString(Answer.JsonBytes(json => WriteState(json, game, box)));
        var title = $"{TeamSpellings.SimulatedNickname(game.Scheduled.Away)} vs. {TeamSpellings.SimulatedNickname(game.Scheduled.Home)} - Box Score - {game.Scheduled.Date} - ESPN";
        return $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><div id=\"fittPageContainer\"></div>\n"
            + $"<script type=\"text/javascript\">window['__CONFIG__']={{\"env\":\"production\"}};window['__espnfitt__']={state};</script>\n</body></html>\n";
    }

    private static void WriteState(Utf8JsonWriter json, SimulatedGame game, BoxScore? box)
    {
        json.WriteStartObject();
        json.WriteStartObject("page");
        json.WriteStartObject("content");
        json.WriteStartObject("gamepackage");
        json.WriteString("gmId", SourceNumbers.Espn.TextOf(game.Scheduled.Id));
        if (box is not null)
        {
            json.WriteStartArray("bxscr");
            WriteTeam(json, box, Side.Away);
            WriteTeam(json, box, Side.Home);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTeam(Utf8JsonWriter json, BoxScore box, Side side)
    {
        var team = box.Plan.Of(side).Team;
        json.WriteStartObject();
        json.WriteStartObject("tm");
        json.WriteString("id", EspnTeams.Number(team).ToString(CultureInfo.InvariantCulture));
        json.WriteString("abbrev", EspnTeams.Code(team));
        json.WriteString("dspNm", TeamSpellings.SimulatedFullName(team));
        json.WriteEndObject();
        json.WriteStartArray("stats");
        WriteGroup(json, "starters", box.Of(side).Where(line => line.Starter));
        WriteGroup(json, "bench", box.Of(side).Where(line => !line.Starter));
        WriteTotals(json, [.. box.Of(side)]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, string type, IEnumerable<PlayerCounts> lines)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        WriteTexts(json, "lbls", Labels);
        json.WriteStartArray("athlts");
        foreach (var line in lines)
        {
            WriteAthlete(json, line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAthlete(Utf8JsonWriter json, PlayerCounts line)
    {
        var player = line.Player;
        json.WriteStartObject();
        json.WriteStartObject("athlt");
        json.WriteString("id", SourceNumbers.Espn.TextOf(player.Id));
        json.WriteString("dspNm", PlainLetters.Of(player.FullName));
        json.WriteString("shrtNm", PlainLetters.Of(player.InitialName));
        json.WriteString("jersey", player.Jersey.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        if (line.Seconds > 0)
        {
            WriteTexts(json, "stats", Stats(line));
        }
        else
        {
            json.WriteString("dnpRsn", "COACH'S DECISION");
        }

        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, PlayerCounts[] lines)
    {
        json.WriteStartObject();
        json.WriteString("type", "totals");
        WriteTexts(
            json,
            "ttls",
            [
                string.Empty, Two(lines.Sum(line => line.FieldGoalsMade), lines.Sum(line => line.FieldGoalsAttempted)), Two(lines.Sum(line => line.ThreesMade), lines.Sum(line => line.ThreesAttempted)),
                Two(lines.Sum(line => line.FreeThrowsMade), lines.Sum(line => line.FreeThrowsAttempted)), Sum(line => line.OffensiveRebounds), Sum(line => line.DefensiveRebounds),
                Sum(line => line.Rebounds), Sum(line => line.Assists), Sum(line => line.Steals), Sum(line => line.Blocks), Sum(line => line.Turnovers), Sum(line => line.Fouls), string.Empty,
                Sum(line => line.Points),
            ]);
        json.WriteEndObject();

        string Sum(Func<PlayerCounts, int> of) => One(lines.Sum(of));
    }

    private static string[] Stats(PlayerCounts line) =>
    [
        One((line.Seconds + 30) / 60), Two(line.FieldGoalsMade, line.FieldGoalsAttempted), Two(line.ThreesMade, line.ThreesAttempted), Two(line.FreeThrowsMade, line.FreeThrowsAttempted),
        One(line.OffensiveRebounds), One(line.DefensiveRebounds), One(line.Rebounds), One(line.Assists), One(line.Steals), One(line.Blocks), One(line.Turnovers), One(line.Fouls),
        line.PlusMinus.ToString("+0;-0;0", CultureInfo.InvariantCulture), One(line.Points),
    ];

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string One(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Two(int made, int attempted) => string.Create(CultureInfo.InvariantCulture, $"{made}-{attempted}");
}
