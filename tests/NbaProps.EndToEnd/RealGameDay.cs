using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>What is published of one game day, and what the tables must say of it after a walk from the season's first night.</summary>
public abstract class RealGameDay(SeasonWalk walk, KnownDay known)
{
    private string Day => known.Date;

    [SkippableFact]
    public void The_day_has_the_games_players_and_points_of_the_published_log()
    {
        var (folder, log) = Walked();
        var day = log.Where(row => row["GAME_DATE"] == Day).ToArray();
        folder.Number($"SELECT COUNT(DISTINCT game_id) FROM nba_analytics.player_game_summary WHERE game_date = '{Day}'").ShouldBe(day.Select(row => row["GAME_ID"]).Distinct().Count());
        folder.Number($"SELECT COUNT(*) FROM nba_analytics.player_game_summary WHERE game_date = '{Day}'").ShouldBe(day.Length);
        folder.Number($"SELECT SUM(points) FROM nba_analytics.player_game_summary WHERE game_date = '{Day}'").ShouldBe(day.Sum(row => int.Parse(row["PTS"], System.Globalization.CultureInfo.InvariantCulture)));
        (day.Length, day.Sum(row => int.Parse(row["PTS"], System.Globalization.CultureInfo.InvariantCulture))).ShouldBe((known.Players, known.Points));
    }

    [SkippableFact]
    public void Every_player_game_that_was_walked_has_the_points_of_the_published_log()
    {
        var (folder, log) = Walked();
        var published = log.Where(row => string.CompareOrdinal(row["GAME_DATE"], known.Until) <= 0).Select(row => $"{row["GAME_ID"]} {row["PLAYER_ID"]} {row["PTS"]}").Order(StringComparer.Ordinal);
        var ours = folder.Sql("SELECT game_id || ' ' || player_id || ' ' || points FROM nba_analytics.player_game_summary").Select(row => (string)row[0]!).Order(StringComparer.Ordinal);
        ours.ShouldBe(published);
    }

    [SkippableFact]
    public void Team_points_are_the_sums_of_their_players()
    {
        var (folder, _) = Walked();
        folder.Number(
            """
            SELECT COUNT(*) FROM nba_analytics.team_offense_game_summary t WHERE points_scored <> (
                SELECT SUM(points) FROM nba_analytics.player_game_summary p WHERE p.game_id = t.game_id AND p.team = t.team)
            """).ShouldBe(0);
    }

    [SkippableFact]
    public void Every_player_of_the_published_lines_has_one_and_those_who_did_not_play_are_void()
    {
        var (folder, _) = Walked();
        folder.Number($"SELECT COUNT(DISTINCT player_id) FROM nba_predictions.player_prop_predictions WHERE game_date = '{Day}' AND line IS NOT NULL").ShouldBe(known.Lines);
        folder.Sql($"SELECT DISTINCT player_name, grade FROM nba_predictions.prediction_accuracy WHERE game_date = '{Day}' AND line IS NOT NULL AND minutes_played IS NULL ORDER BY player_name")
            .Select(row => $"{row[0]} {row[1]}").ShouldBe(known.DidNotPlay.Select(name => $"{name} void"));
        folder.Sql($"SELECT DISTINCT line, actual_points FROM nba_predictions.prediction_accuracy WHERE game_date = '{Day}' AND player_name = 'Luka Dončić'")
            .ShouldHaveSingleItem().ShouldBe([known.DoncicLine, known.DoncicPoints]);
        folder.Number($"SELECT COUNT(*) FROM nba_raw.odds_api_player_points_props WHERE game_date = '{Day}' AND name_key LIKE 'kenyon martin%'").ShouldBeGreaterThan(0);
        folder.Number($"SELECT COUNT(*) FROM nba_predictions.prediction_accuracy WHERE game_date = '{Day}' AND player_name = 'KJ Martin' AND line IS NOT NULL").ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public void Every_gradable_prediction_has_the_grade_that_its_line_and_the_log_give()
    {
        var (folder, log) = Walked();
        var points = log.ToDictionary(row => (row["GAME_ID"], row["PLAYER_ID"]), row => int.Parse(row["PTS"], System.Globalization.CultureInfo.InvariantCulture));
        var minutes = log.ToDictionary(row => (row["GAME_ID"], row["PLAYER_ID"]), row => row["MIN"]);
        var picks = folder.Sql(
            """
            SELECT p.game_id, p.player_id, p.recommendation, p.line, a.grade FROM nba_predictions.player_prop_predictions p
            LEFT JOIN nba_predictions.prediction_accuracy a USING (game_date, game_id, player_id, market, system_id, serving)
            WHERE p.recommendation IN ('OVER', 'UNDER')
            """);
        picks.Count.ShouldBeGreaterThan(known.LeastPicks);
        foreach (var pick in picks)
        {
            var key = ((string)pick[0]!, Convert.ToString(pick[1], System.Globalization.CultureInfo.InvariantCulture)!);
            var line = (double)pick[3]!;
            var expected = !points.TryGetValue(key, out var scored) || minutes[key] == "0" ? "void"
                : scored == line ? "push"
                : scored > line == ((string)pick[2]! == "OVER") ? "correct" : "wrong";
            pick[4].ShouldBe(expected, $"{key} {pick[2]} {line} scored {scored}");
        }
    }

    [SkippableFact]
    public void The_predictions_command_answers_with_one_json_array()
    {
        var (folder, _) = Walked();
        var run = CommandLine.RunHere("predictions", "--date", Day, "--json", "--data", folder.Path);
        run.ExitCode.ShouldBe(0);
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        var doncic = json.RootElement.EnumerateArray().First(row => row.GetProperty("player_name").GetString() == "Luka Dončić");
        (doncic.GetProperty("line").GetDouble(), doncic.GetProperty("actual_points").GetInt32(), doncic.GetProperty("team").GetString()).ShouldBe((known.DoncicLine, (int)known.DoncicPoints, "DAL"));
    }

    private (Folder Folder, IReadOnlyList<Dictionary<string, string>> Log) Walked()
    {
        var data = SharedData.Require("data");
        return (walk.Folder(data, known.Until), GameLog.Read(Path.Combine(data, "nba-gamelogs", "player_gamelogs_2022-23.csv.gz")));
    }
}
