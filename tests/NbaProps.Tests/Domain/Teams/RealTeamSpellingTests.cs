using System.IO.Compression;
using System.Text.Json;
using NbaProps.Domain.Teams;
using NbaProps.Tests.Domain.Support;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Domain.Teams;

public sealed class RealTeamSpellingTests
{
    [SkippableFact]
    public void Every_team_of_the_real_DraftKings_file_resolves()
        => RealRows.PointsLines(SharedData.Require("data/points-lines/draftkings_2022-23.zip"))
            .SelectMany(line => new[] { line.Away, line.Home })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ShouldBe(TeamSpellings.All(TeamSource.DraftKings));

    [SkippableFact]
    public void Every_team_of_the_leagues_game_logs_resolves_by_number_letters_and_name()
    {
        foreach (var row in RealRows.Csv(SharedData.Require("data/nba-gamelogs/games_2022-23.csv.gz")))
        {
            var team = TeamTricode.Parse(row["TEAM_ABBREVIATION"]);
            Resolve(TeamSource.NbaId, row["TEAM_ID"]).ShouldBe(team);
            Resolve(TeamSource.NbaFullName, row["TEAM_NAME"]).ShouldBe(team);
            TeamSpellings.FullName(team).ShouldBe(row["TEAM_NAME"]);
        }
    }

    [SkippableFact]
    public void Every_team_of_the_real_ESPN_scoreboard_resolves_to_the_team_of_its_full_name()
    {
        using var scoreboard = Json("payloads/espn/scoreboard_2024-01-15.json.gz");
        foreach (var competitor in scoreboard.RootElement.GetProperty("events").EnumerateArray()
            .SelectMany(e => e.GetProperty("competitions")[0].GetProperty("competitors").EnumerateArray()))
        {
            var team = competitor.GetProperty("team");
            Resolve(TeamSource.Espn, team.GetProperty("abbreviation").GetString()!)
                .ShouldBe(Resolve(TeamSource.NbaFullName, team.GetProperty("displayName").GetString()!));
        }
    }

    [SkippableFact]
    public void Every_team_of_the_real_odds_events_resolves()
    {
        using var events = Json("payloads/odds_api/historical_events_2024-01-25.json");
        foreach (var game in events.RootElement.GetProperty("data").EnumerateArray())
        {
            Resolve(TeamSource.OddsApi, game.GetProperty("home_team").GetString()!);
            Resolve(TeamSource.OddsApi, game.GetProperty("away_team").GetString()!);
        }
    }

    [SkippableFact]
    [Trait("Incident", "O-03")]
    public void Of_the_leagues_schedule_only_all_star_teams_and_foreign_clubs_are_no_teams_of_ours()
    {
        using var schedule = Json("payloads/nba_schedule/scheduleLeagueV2_2024-25.json.gz");
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var game in schedule.RootElement.GetProperty("leagueSchedule").GetProperty("gameDates").EnumerateArray()
            .SelectMany(day => day.GetProperty("games").EnumerateArray()))
        {
            foreach (var team in new[] { game.GetProperty("homeTeam"), game.GetProperty("awayTeam") })
            {
                var letters = team.GetProperty("teamTricode").GetString()!;
                if (TeamSpellings.FromNbaId(team.GetProperty("teamId").GetInt64()) is { } code)
                {
                    letters.ShouldBe(code.ToString());
                    Resolve(TeamSource.Nickname, team.GetProperty("teamName").GetString()!).ShouldBe(code);
                }
                else
                {
                    TeamTricode.TryParse(letters, out _).ShouldBeFalse();
                    others.Add(letters);
                }
            }
        }

        others.ShouldBe(["CAN", "CHK", "KEN", "NZB", "SHQ", "TMC", "TMG", "TMM", "TMT", "ULM"]);
    }

    private static TeamTricode Resolve(TeamSource source, string spelling)
    {
        TeamSpellings.TryResolve(source, spelling, out var code).ShouldBeTrue($"{source}: '{spelling}'");
        return code;
    }

    private static JsonDocument Json(string relative)
    {
        using var file = File.OpenRead(SharedData.Require(relative));
        if (!relative.EndsWith(".gz", StringComparison.Ordinal))
            return JsonDocument.Parse(file);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return JsonDocument.Parse(unpacked);
    }
}
