using System.Text;
using System.Text.Json.Nodes;

using NbaProps.EndToEnd.Support;
using NbaProps.GoogleDouble;

namespace NbaProps.EndToEnd;

/// <summary>The tables of a project, compared with the records and given what they lack.</summary>
public sealed class CloudSchemaTests : IAsyncLifetime
{
    private const string Tables = "bigquery/v2/projects/example-project/datasets/nba_analytics/tables";

    private GoogleDoubleServer _google = null!;

    public async Task InitializeAsync() => _google = await GoogleDoubleServer.StartAsync();

    public async Task DisposeAsync() => await _google.DisposeAsync();

    [Fact]
    public async Task What_is_missing_is_added_and_all_else_is_refused_with_what_to_do_by_hand()
    {
        Schema("apply").ExitCode.ShouldBe(0);
        Schema("diff").Output.ShouldBe("records and live tables agree\n");

        // As older builds made them, and as somebody did.
        await MadeOtherwiseAsync("player_game_summary", fields => fields.Remove(fields.First(field => field!["mode"]!.ToString() == "NULLABLE")));
        await MadeOtherwiseAsync("team_offense_game_summary", fields =>
        {
            fields[^1]!["type"] = "STRING";
            fields.Remove(fields.First(field => field!["name"]!.ToString() == "assists"));
        });
        var found = Schema("diff");
        (found.ExitCode, found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).ShouldBe((3, 3), found.Output);

        var applied = Schema("apply");

        applied.ExitCode.ShouldBe(3);
        applied.Output.ShouldContain("nba_analytics.player_game_summary: made, or given the columns that it lacked\n");
        applied.Output.ShouldContain("left as it is: is STRING in the store");
        applied.Output.ShouldContain("To be done by hand: drop nba_analytics.team_offense_game_summary, then ./nbaprops schema apply and ./nbaprops rerun");
        _google.Requests.Count(request => request.Method is "PATCH").ShouldBe(1, "a table that needs more than additions is left whole");
        var left = Schema("diff", "--json");
        left.ExitCode.ShouldBe(3);
        JsonNode.Parse(left.Output)!["findings"]!.AsArray().Select(finding => $"{finding!["problem"]} {finding["subject"]}").ShouldAllBe(finding => finding.Contains("nba_analytics.team_offense_game_summary."));
        _google.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_with_another_key_is_refused()
    {
        Schema("apply").ExitCode.ShouldBe(0);
        await MadeOtherwiseAsync("player_game_summary", _ => { }, table => table["tableConstraints"]!["primaryKey"]!["columns"] = new JsonArray("game_date"));

        var applied = Schema("apply", "--json");

        applied.ExitCode.ShouldBe(3);
        var refused = JsonNode.Parse(applied.Output)!["refused"]!.AsArray().ShouldHaveSingleItem()!;
        (refused["problem"]!.ToString(), refused["subject"]!.ToString()).ShouldBe(("KeyDiffers", "nba_analytics.player_game_summary"));
    }

    private async Task MadeOtherwiseAsync(string name, Action<JsonArray> change, Action<JsonObject>? changeTable = null)
    {
        var table = JsonNode.Parse(_google.BigQuery.Described($"nba_analytics.{name}").GetRawText())!.AsObject();
        change(table["schema"]!["fields"]!.AsArray());
        changeTable?.Invoke(table);
        _google.BigQuery.Drop($"nba_analytics.{name}");
        using var http = new HttpClient { BaseAddress = _google.Address };
        (await http.PostAsync(Tables, new StringContent(table.ToJsonString(), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
    }

    private CommandResult Schema(string what, params string[] more) => CommandLine.RunHere(
    [
        "schema", what, .. more, "--set", "Mode=cloud", "--set", "GoogleCloud:ProjectId=example-project", "--set", "CloudStorage:Bucket=archive",
        "--set", $"GoogleCloud:BigQueryEmulator={_google.Address.Authority}",
    ]);
}
