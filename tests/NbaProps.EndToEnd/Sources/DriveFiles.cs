using System.Text.Json.Nodes;

namespace NbaProps.EndToEnd.Sources;

/// <summary>
/// BigDataBall's folder: the real file of 0042400407, IND at OKC, with the game's id, date, teams and players in place of the real ones. Its score is another
/// game's, so that the last row is given the score that this game ended with.
/// </summary>
internal sealed class DriveFiles(Payloads payloads, RealGame real)
{
    private static readonly string[] People = ["a1", "a2", "a3", "a4", "a5", "h1", "h2", "h3", "h4", "h5", "assist", "away", "home", "block", "entered", "left", "opponent", "player", "possession", "steal"];

    /// <summary>The answer to a search for a game's file.</summary>
    public static JsonNode Found(NightGame game) => new JsonObject
    {
        ["files"] = new JsonArray(new JsonObject { ["id"] = $"file{game.Id}", ["name"] = $"[{game.Date}]-{game.Id}-{game.Away}@{game.Home}.csv", ["modifiedTime"] = NightGame.Stamp(game.Date.At(28)) }),
    };

    public string File(NightGame game)
    {
        // No cell of the real file is quoted.
        var lines = payloads.Text("bigdataball/playbyplay_0042400407.csv.gz").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var columns = lines[0].Split(',');
        int At(string column) => Array.IndexOf(columns, column);
        var rows = lines.Skip(1).Select(line => line.Split(',', columns.Length)).ToArray();
        var people = Replacements(rows, game, At);
        foreach (var row in rows)
        {
            (row[At("game_id")], row[At("date")], row[At("data_set")]) = (game.Id[2..], game.Date.ToString(), "NBA 2025-2026 Season");
            row[At("team")] = row[At("team")] switch { "OKC" => game.Home.Value, "IND" => game.Away.Value, var other => other };
            foreach (var column in People.Select(At))
            {
                row[column] = people.GetValueOrDefault(row[column], row[column]);
            }
        }

        (rows[^1][At("home_score")], rows[^1][At("away_score")]) = ($"{NightGame.HomeScore}", $"{NightGame.AwayScore}");
        return string.Join('\n', rows.Select(row => string.Join(',', row)).Prepend(lines[0])) + "\n";
    }

    private Dictionary<string, string> Replacements(string[][] rows, NightGame game, Func<string, int> at)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (side, home) in new[] { ('a', false), ('h', true) })
        {
            var names = rows.SelectMany(row => Enumerable.Range(1, 5).Select(number => row[at($"{side}{number}")])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            foreach (var (name, player) in names.Zip(real.Lines(game, home)))
            {
                people[name] = player.Name;
            }
        }

        return people;
    }
}
