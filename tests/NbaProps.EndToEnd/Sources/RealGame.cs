using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>
/// Every game is the real ATL at CHA of 2026-02-11 (0022500775): its box score and its plays, with the game's id, date and teams in their place and, for other
/// teams, their players of the real player index in the place of the real ones. So all sources tell one story, and it adds up.
/// </summary>
internal sealed class RealGame(Payloads payloads)
{
    private const string Id = "0022500775";
    private const string Box = "nba_cdn_boxscore/boxscore_0022500775.json.gz";

    private static readonly GameDate Date = new(2026, 2, 11);

    private readonly JsonNode _box = payloads.Json(Box);
    private readonly ConcurrentDictionary<string, string> _boxes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, bool), IReadOnlyList<PlayedLine>> _lines = [];
    private readonly string _plays = payloads.Text("nba_playbyplay/playbyplay_0022500775.json.gz");

    /// <summary>The content network's box score.</summary>
    public JsonNode BoxScore(NightGame game) => JsonNode.Parse(_boxes.GetOrAdd(game.Id, _ => Rewritten(game, payloads.Text(Box))))!;

    /// <summary>The content network's plays.</summary>
    public string Plays(NightGame game) => Rewritten(game, _plays);

    /// <summary>Everyone of a side, those who played first.</summary>
    public IReadOnlyList<PlayedLine> Lines(NightGame game, bool home) => _lines.GetOrAdd(
        (game.Id, home), _ => [.. BoxScore(game)["game"]![home ? "homeTeam" : "awayTeam"]!["players"]!.AsArray().Select(player => PlayedLine.Of(player!))]);

    private string Rewritten(NightGame game, string text)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Id] = game.Id,
            ["20260211"] = game.Day,
        };
        Replace(changes, "homeTeam", "CHA", game.Home);
        Replace(changes, "awayTeam", "ATL", game.Away);
        var words = string.Join('|', changes.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape));
        var dates = new[] { Date, Date.AddDays(1) }.ToDictionary(date => date.ToString(), date => game.Date.AddDays(date == Date ? 0 : 1).ToString(), StringComparer.Ordinal);

        // A date may have a time right behind it; everything else is a word of its own.
        return Regex.Replace(
            text, $@"{string.Join('|', dates.Keys)}|(?<!\w)({words})(?!\w)", match => dates.TryGetValue(match.Value, out var date) ? date : changes[match.Value], RegexOptions.CultureInvariant);
    }

    private void Replace(Dictionary<string, string> changes, string side, string real, TeamTricode team)
    {
        if (string.Equals(team.Value, real, StringComparison.Ordinal))
        {
            return;
        }

        var node = _box["game"]![side]!;
        var (before, after) = (payloads.Team(real), payloads.Team(team.Value));
        changes[real] = team.Value;
        changes[before.Id.ToString(CultureInfo.InvariantCulture)] = after.Id.ToString(CultureInfo.InvariantCulture);
        (changes[before.City], changes[before.Name]) = (after.City, after.Name);
        foreach (var (player, other) in node["players"]!.AsArray().Zip(payloads.Players(team.Value)))
        {
            changes[player!["personId"]!.ToJsonString()] = other.Id.ToString(CultureInfo.InvariantCulture);
            changes[(string)player["name"]!] = $"{other.First} {other.Last}";
            changes[(string)player["nameI"]!] = $"{other.First[0]}. {other.Last}";
            changes[$"\"firstName\": \"{player["firstName"]}\", \"familyName\": \"{player["familyName"]}\""] = $"\"firstName\": \"{other.First}\", \"familyName\": \"{other.Last}\"";
            changes[(string)player["familyName"]!] = other.Last;
        }
    }
}

/// <summary>A player's line in the real box score, whoever's it has become.</summary>
/// <param name="Id">The league's person id.</param>
/// <param name="First">First name.</param>
/// <param name="Last">Family name.</param>
/// <param name="Number">Number on the shirt.</param>
/// <param name="Played">Whether he was on court.</param>
/// <param name="Started">Whether from the beginning.</param>
/// <param name="Time">Time on court.</param>
/// <param name="Statistics">The counts, as JSON.</param>
internal sealed record PlayedLine(int Id, string First, string Last, string Number, bool Played, bool Started, TimeSpan Time, string Statistics)
{
    private readonly Dictionary<string, int> _counts = JsonNode.Parse(Statistics)!.AsObject()
        .Where(count => count.Value!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        .ToDictionary(count => count.Key, count => (int)(double)count.Value!, StringComparer.Ordinal);

    public string Name => $"{First} {Last}";

    public int Minutes => (int)Math.Round(Time.TotalMinutes, MidpointRounding.AwayFromZero);

    /// <summary>A count by the name that the content network gives it.</summary>
    public int this[string statistic] => _counts[statistic];

    public static PlayedLine Of(JsonNode player) => new(
        (int)player["personId"]!, (string)player["firstName"]!, (string)player["familyName"]!, (string)player["jerseyNum"]!, (string)player["played"]! == "1", (string)player["starter"]! == "1",
        System.Xml.XmlConvert.ToTimeSpan((string)player["statistics"]!["minutes"]!), player["statistics"]!.ToJsonString());
}
