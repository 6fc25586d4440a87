using System.Text.Json;

using NbaProps.Cli.Rendering;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

public sealed class PredictionsRenderingTests
{
    private static readonly ShownPrediction Graded = Shown("Luka Dončić", 1629029, 33.26, 31.5m, "OVER", "edge 1.8", 60, "correct");
    private static readonly ShownPrediction Void = Shown("Aaron Gordon", 203932, 14.95, 16.5m, "UNDER", "edge -1.6", null, "void");
    private static readonly ShownPrediction NoLine = Shown("Nobody Much", 7, null, null, "NO_LINE", "no line", null, null);
    private static readonly ShownPrediction Pending = Shown("Jalen Brunson", 1628973, 22, 21.5m, "PASS", "edge below 1", null, null);

    [Fact]
    public async Task For_people_it_is_a_table_of_those_with_a_line_and_a_record()
    {
        using var output = new StringWriter();
        await PredictionsText.WriteAsync(output, GameRows.Day, [Graded, Void, NoLine, Pending]);
        RenderingTests.Lines(output).ShouldBe(
        [
            "  player          team   opp   system              line   predicted   edge   pick    actual   grade          reason",
            "───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────",
            "  Luka Dončić     DAL    NYK   moving_average_v1   31.5   33.3        1.8    OVER    60       correct        edge 1.8",
            "  Aaron Gordon    DAL    NYK   moving_average_v1   16.5   15.0        -1.6   UNDER            void           edge -1.6",
            "  Jalen Brunson   DAL    NYK   moving_average_v1   21.5   22.0        0.5    PASS             not_gradable   edge below 1",
            "2022-12-27: 3 players with a line. moving_average_v1: 1 correct, 0 wrong, 0 push, 1 void, 0 pending. Players without a line: --json.",
        ]);
    }

    [Fact]
    public async Task Before_the_games_an_over_is_pending()
    {
        using var output = new StringWriter();
        await PredictionsText.WriteAsync(output, GameRows.Day, [Graded with { Accuracy = null }]);
        output.ToString().ShouldContain("0 correct, 0 wrong, 0 push, 0 void, 1 pending");
    }

    [Fact]
    public async Task A_day_without_predictions_names_the_command_that_says_why()
    {
        using var output = new StringWriter();
        await PredictionsText.WriteAsync(output, GameRows.Day, []);
        output.ToString().ShouldBe("2022-12-27 has no predictions. See: nbaprops status --date 2022-12-27\n");
    }

    [Fact]
    public async Task Json_has_every_name_that_scripts_read_and_null_for_what_is_not_known()
    {
        using var output = new StringWriter();
        await JsonOutput.WriteAsync(output, json => PredictionsJson.Write(json, [Graded, NoLine]));
        using var document = JsonDocument.Parse(output.ToString());
        document.RootElement[0].EnumerateObject().Select(property => property.Name).ShouldBe(
        [
            "game_date", "game_id", "player_id", "player_name", "team", "opponent", "market", "system_id", "line", "bookmaker", "predicted_points", "edge",
            "p_over", "recommendation", "reason", "actual_points", "grade", "as_of",
        ]);
        document.RootElement[0].GetRawText().ShouldContain(
            """
            "player_name":"Luka Dončić","team":"DAL","opponent":"NYK","market":"points","system_id":"moving_average_v1","line":31.5,"bookmaker":"draftkings","predicted_points":33.26
            """);
        document.RootElement[0].GetProperty("actual_points").GetInt32().ShouldBe(60);
        document.RootElement[0].GetProperty("grade").GetString().ShouldBe("correct");
        document.RootElement[0].GetProperty("as_of").GetString().ShouldBe("2022-12-27T15:00:00+00:00");
        foreach (var name in new[] { "line", "bookmaker", "predicted_points", "edge", "p_over", "actual_points" })
        {
            document.RootElement[1].GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
        }

        document.RootElement[1].GetProperty("grade").GetString().ShouldBe("not_gradable");
    }

    private static ShownPrediction Shown(string player, int id, double? points, decimal? line, string recommendation, string reason, int? actual, string? grade)
    {
        var row = PredictionRows.Prediction(recommendation, line, points, id) with
        {
            PlayerName = player,
            Team = GameRows.Dal,
            Bookmaker = line is null ? null : "draftkings",
            Edge = points - (double?)line,
            Reason = reason,
        };
        return new(row, grade is null ? null : PredictionRows.Graded(row, actual, grade));
    }
}
