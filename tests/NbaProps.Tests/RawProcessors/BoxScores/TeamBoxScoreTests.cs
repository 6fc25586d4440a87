using System.Text.Json;

using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.RawProcessors.BoxScores;

public sealed class TeamBoxScoreTests
{
    private const string Source = "nba_team_boxscore";
    private const string Real = "boxscoretraditional_0022400561.json";

    [SkippableFact]
    public void Every_row_of_the_reference_is_a_line_with_all_its_facts_or_left_out_with_its_comment()
    {
        var reading = Reads.Real(Source, Real);
        var sets = Reads.RealJson(Source, "reference_parse_0022400561.json").GetProperty("resultSets").EnumerateArray().ToDictionary(set => set.GetProperty("name").GetString()!);
        var players = reading.Rows.OfType<PlayerBoxScoreLine>().ToDictionary(line => line.PlayerId.Id);
        (players.Count, reading.LeftOut.Count, reading.Rows.OfType<TeamBoxScoreLine>().Count()).ShouldBe((17, 8, 2));
        foreach (var cell in Cells(sets["PlayerStats"]))
        {
            if (cell("MIN").ValueKind == JsonValueKind.Null)
            {
                reading.LeftOut.ShouldContain($"did not play: {cell("PLAYER_NAME").GetString()} ({cell("TEAM_ABBREVIATION").GetString()}): {cell("COMMENT").GetString()}");
                continue;
            }

            var line = players[cell("PLAYER_ID").GetInt64()];
            Reads.Values(line).ShouldBe(Reads.Values(cell, BoxCountNames.ResultSets), line.PlayerName);
            (line.GameId.ToString(), line.Team.Value, line.PlayerName).ShouldBe(
                (cell("GAME_ID").GetString()!, cell("TEAM_ABBREVIATION").GetString()!, cell("PLAYER_NAME").GetString()!));
            (line.SecondsPlayed, line.Starter).ShouldBe((Reads.Seconds(cell("MIN").GetString()!), cell("START_POSITION").GetString() != string.Empty));
            (line.GameDate, line.IsHome, line.Won).ShouldBe((null, null, null));
        }

        foreach (var cell in Cells(sets["TeamStats"]))
        {
            var line = reading.Rows.OfType<TeamBoxScoreLine>().Single(team => team.Team.Value == cell("TEAM_ABBREVIATION").GetString());
            Reads.Values(line).ShouldBe(Reads.Values(cell, BoxCountNames.ResultSets), line.Team.Value);
            (line.SecondsPlayed, line.Opponent == line.Team).ShouldBe((265 * 60, false));
        }

        // The third set, of starters and bench, adds up the players: its facts are those above.
        foreach (var cell in Cells(sets["TeamStarterBenchStats"]))
        {
            var starters = cell("STARTERS_BENCH").GetString() == "Starters";
            var team = cell("TEAM_ID").GetInt64() == 1610612752 ? "NYK" : "PHI";
            players.Values.Where(line => line.Team.Value == team && line.Starter == starters).Sum(line => line.Points).ShouldBe(cell("PTS").GetInt32());
        }
    }

    [Fact]
    public void The_third_version_becomes_the_same_lines_with_the_home_team()
    {
        var reading = Reads.Written(Source, BoxScorePayloads.Traditional());
        reading.LeftOut.ShouldBe(["did not play: Ida Idle (NYK): DNP - Coach's Decision"]);
        reading.Rows.OfType<TeamBoxScoreLine>().Select(line => (line.Team.Value, line.Opponent.Value, line.IsHome, line.Won, line.SecondsPlayed, line.PlusMinus)).ShouldBe(
            [("PHI", "NYK", true, null, 15_900, -6), ("NYK", "PHI", false, null, 15_900, -6)]);
        reading.Rows.OfType<PlayerBoxScoreLine>().Select(line => (line.PlayerId.Id, line.PlayerName, line.Team.Value, line.IsHome, line.Starter, line.SecondsPlayed)).ShouldBe(
            [(11, "Hal Home", "PHI", true, true, 1_819), (12, "Nene", "PHI", true, false, 4), (21, "Ann Away", "NYK", false, true, 1_819)]);
        Reads.Values(reading.Rows.OfType<PlayerBoxScoreLine>().First()).ShouldBe([5, 12, 4, 7, 4, 4, 2, 4, 6, 4, 2, 1, 3, 4, 18, -6]);
    }

    [Fact]
    public void A_game_of_other_teams_is_left_out()
    {
        Reads.Written(Source, BoxScorePayloads.Traditional().Replace("\"NYK\"", "\"STP\"", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 0022400561: STP is none of the thirty teams"]);
        Reads.Written(Source, ResultSets().Replace("\"NYK\"", "\"STP\"", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 0022400561: STP is none of the thirty teams"]);
    }

    [Fact]
    public void A_box_score_without_rows_is_of_a_game_that_has_not_started() =>
        Reads.Written(Source, ResultSets(teams: string.Empty, players: string.Empty)).LeftOut.ShouldBe(["the box score is empty: the game has not started"]);

    [Theory]
    [InlineData("\"30:19\"", "null", "row 1, MIN is null; accepted is a playing time such as 30:19 of a player who has points")]
    [InlineData("\"0022400561\",1610612755", "\"0022400562\",1610612755", "row 1, GAME_ID is \"0022400562\"; accepted is the game of the other rows, 0022400561")]
    [InlineData("1610612755,\"PHI\"", "1610612738,\"BOS\"", "row 1, TEAM_ABBREVIATION is \"BOS\"; accepted is NYK or PHI")]
    [InlineData("\"PLUS_MINUS\"", "\"MARGIN\"", "header PLUS_MINUS is missing")]
    [InlineData("\"Hal Home\"", "7", "row 1, PLAYER_NAME is 7; accepted is a text")]
    public void What_is_not_as_it_must_be_in_result_sets_is_named_with_its_row(string what, string instead, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, First(ResultSets(), what, instead))).Message.ShouldContain(says);

    [Fact]
    public void A_box_score_of_one_team_is_refused() =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, ResultSets(teams: Team(1610612752, "NYK")))).Message.ShouldContain("TeamStats has 1 rows; accepted are two");

    [Fact]
    public void A_player_who_stands_there_twice_is_refused() =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, ResultSets(players: $"{Player},{Player}"))).Message.ShouldContain("row 2, PLAYER_ID is 11; accepted is one line of Hal Home in game 0022400561, not two");

    [Theory]
    [InlineData("\"familyName\":\"Home\"", "\"surname\":\"Home\"", "boxScoreTraditional.homeTeam.players[0] has no familyName")]
    [InlineData("\"teamTricode\":\"NYK\"", "\"teamTricode\":\"PHI\"", "boxScoreTraditional.awayTeam.teamId is 1610612752; accepted is 1610612755, the number of PHI")]
    [InlineData("\"265:00\"", "\"265\"", null)]
    [InlineData("\"265:00\"", "\"\"", "boxScoreTraditional.homeTeam.statistics.minutes is \"\"; accepted is a playing time")]
    public void What_is_not_as_it_must_be_in_the_third_version_is_named_with_its_place(string what, string instead, string? says)
    {
        var payload = First(BoxScorePayloads.Traditional(), what, instead);
        if (says is null)
        {
            Reads.Written(Source, payload).Rows.OfType<TeamBoxScoreLine>().ShouldAllBe(line => line.SecondsPlayed == 15_900);
            return;
        }

        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>", "it is a page of HTML or XML")]
    [InlineData("{\"boxScoreTraditional\":{\"gameId\":\"00224", "raw/test: is no JSON from byte")]
    [InlineData("{\"resultSets\":[]}", "it is JSON with resultSets at its root; accepted are boxscoretraditional in result sets, boxScoreTraditional")]
    public void What_is_no_box_score_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);

    private const string Counts = "5,12,4,7,4,4,2,4,6,4,2,1,3,4,18,-6";

    private const string Player = $"""["0022400561",1610612755,"PHI",11,"Hal Home","F","","30:19",{Counts}]""";

    private static string Team(int id, string tricode) => $"""["0022400561",{id},"{tricode}","265:00",{Counts}]""";

    private static string ResultSets(string? teams = null, string players = Player)
    {
        var counts = string.Join(',', BoxCountNames.ResultSets.All.Select(name => $"\"{name}\""));
        return $$"""
            {"resultSets":[
            {"name":"PlayerStats","headers":["GAME_ID","TEAM_ID","TEAM_ABBREVIATION","PLAYER_ID","PLAYER_NAME","START_POSITION","COMMENT","MIN",{{counts}}],"rowSet":[{{players}}]},
            {"name":"TeamStats","headers":["GAME_ID","TEAM_ID","TEAM_ABBREVIATION","MIN",{{counts}}],"rowSet":[{{teams ?? $"{Team(1610612752, "NYK")},{Team(1610612755, "PHI")}"}}]}]}
            """;
    }

    private static string First(string text, string what, string instead)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return text.Remove(at, what.Length).Insert(at, instead);
    }

    private static IEnumerable<Func<string, JsonElement>> Cells(JsonElement set)
    {
        var headers = set.GetProperty("headers").EnumerateArray().Select(header => header.GetString()!).ToList();
        return set.GetProperty("rowSet").EnumerateArray().Select(row => (Func<string, JsonElement>)(header => row[headers.IndexOf(header)]));
    }
}
