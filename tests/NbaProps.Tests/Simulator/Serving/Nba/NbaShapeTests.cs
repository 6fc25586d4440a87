using System.IO.Compression;
using System.Text.Json;

using NbaProps.Simulator.Health;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>What is served has the fields of real payloads, each with the type it has there, and result sets have their headers.</summary>
public sealed class NbaShapeTests
{
    [SkippableTheory]
    [InlineData("nba_schedule/scheduleLeagueV2_2024-25.json.gz", "schedule")]
    [InlineData("nba_scoreboard/todaysScoreboard_00_complete.json", "today")]
    [InlineData("nba_scoreboard/scoreboardv2_2024-01-15.json", "scoreboard")]
    [InlineData("nba_leaguegamelog/leaguegamelog_players_2025-03-15.json", "log")]
    [InlineData("nba_team_boxscore/boxscoretraditional_0022400561.json", "box2")]
    [InlineData("nba_cdn_boxscore/boxscore_0022500775.json.gz", "cdnbox")]
    [InlineData("nba_playbyplay/playbyplay_0022400500.json.gz", "plays")]
    [InlineData("nba_player_list/playerindex.json.gz", "players")]
    [InlineData("nba_referees/referee_assignments.json", "officials")]
    public async Task Every_field_is_one_of_the_real_payload_and_every_field_of_that_is_there(string real, string what)
    {
        var path = SharedData.Require(Path.Combine("payloads", real));
        await using var served = await Served.Of(Leagues.Full);
        var game = served.Season.Games.First(each => Injured(each.HomeAbsences) && Injured(each.AwayAbsences));
        var address = what switch
        {
            "schedule" => NbaAddresses.Schedule,
            "today" => NbaAddresses.Today,
            "scoreboard" => NbaAddresses.Scoreboard(served.Season.Games[500].Scheduled.Date),
            "log" => NbaAddresses.Log("P", "Regular Season", served.Season.Games[500].Scheduled.Date),
            "box2" => NbaAddresses.Traditional(game, version: 2),
            "cdnbox" => NbaAddresses.CdnBox(game),
            "plays" => NbaAddresses.Plays(game),
            "players" => NbaAddresses.Players,
            _ => NbaAddresses.Officials(served.Season.Games[500].Scheduled.Date),
        };
        if (what == "today")
        {
            served.MoveTo(served.Season.Games[500].Scheduled.Date.AddDays(1).At(10));
        }

        var mine = Shape((await served.Bytes(address)).ShouldNotBeNull());
        var theirs = Shape(Real(path));
        mine.Except(theirs).ShouldBeEmpty();
        theirs.Except(mine).Where(field => !IsAbsent(field)).ShouldBeEmpty();
    }

    private static bool Injured(IReadOnlyList<Absence> absences) => absences.Any(absence => !absence.Plays && absence.Reason.Contains("Injury", StringComparison.Ordinal));

    // Nothing is broadcast, and the other leagues do not play.
    private static bool IsAbsent(string field) =>
        field.Contains("broadcaster", StringComparison.OrdinalIgnoreCase) || field.StartsWith(".gl.", StringComparison.Ordinal) || field.StartsWith(".wnba.", StringComparison.Ordinal);

    private static byte[] Real(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return bytes;
        }

        using var zipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zipped.CopyTo(plain);
        return plain.ToArray();
    }

    // Places with their kinds, such as .game.actions[].clock:String; the cells of a result set under their headers. Of what is null nothing is known.
    private static HashSet<string> Shape(byte[] json)
    {
        var shape = new HashSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Add(document.RootElement, string.Empty);
        return shape;

        void Add(JsonElement element, string at)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.TryGetProperty("headers", out var headers):
                    var set = $"{at}.{element.GetProperty("name").GetString()}";
                    shape.Add($"{set}({string.Join(',', headers.EnumerateArray())})");
                    foreach (var row in element.GetProperty("rowSet").EnumerateArray())
                    {
                        foreach (var (header, cell) in headers.EnumerateArray().Zip(row.EnumerateArray()))
                        {
                            Add(cell, $"{set}.{header}");
                        }
                    }

                    break;
                case JsonValueKind.Object:
                    foreach (var field in element.EnumerateObject())
                    {
                        Add(field.Value, $"{at}.{field.Name}");
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Add(item, $"{at}[]");
                    }

                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    shape.Add($"{at}:{(element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind)}");
                    break;
            }
        }
    }
}
