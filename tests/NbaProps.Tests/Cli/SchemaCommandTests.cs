using Microsoft.Data.Sqlite;

using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

public sealed class SchemaCommandTests : InProcess
{
    private string Files => Folder.Of("sql");

    [Fact]
    public async Task Files_that_were_written_agree_with_the_records_and_with_those_of_the_repository()
    {
        (await RunBareAsync("schema", "write", "--dir", Files)).Code.ShouldBe(0);
        var answer = await RunBareAsync("schema", "check", "--dir", Files);
        answer.ShouldBe(new Answer(0, "records and files agree\n", string.Empty));
        (await RunBareAsync("schema", "check", "--dir", RepositoryRoot.Of("schemas/bigquery"))).ShouldBe(answer);
    }

    [Fact]
    public async Task A_file_that_differs_ends_with_3_and_names_table_line_and_column()
    {
        await RunBareAsync("schema", "write", "--dir", Files);
        Change();
        var answer = await RunBareAsync("schema", "check", "--dir", Files);
        answer.Code.ShouldBe(3);
        answer.Errors.ShouldBeEmpty();
        var line = answer.Output.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
        line.ShouldStartWith("nba_analytics.player_game_summary: nba_analytics/player_game_summary.sql differs from the record: line ");
        line.ShouldContain("is '  `points` STRING");
        line.ShouldContain("the record says '  `points` INT64");
        line.ShouldEndWith("(./nbaprops schema write)");
    }

    [Fact]
    public async Task Findings_are_one_json_document_when_that_was_asked_for()
    {
        (await RunBareAsync("schema", "write", "--dir", Files, "--json")).Json().GetProperty("written").GetArrayLength().ShouldBe(Directory.GetFiles(Files, "*.sql", SearchOption.AllDirectories).Length);
        (await RunBareAsync("schema", "write", "--dir", Files, "--json")).Json().GetProperty("written").GetArrayLength().ShouldBe(0);
        (await RunBareAsync("schema", "check", "--dir", Files, "--json")).ShouldBe(new Answer(0, """{"findings":[]}""" + "\n", string.Empty));
        Change();
        var answer = await RunBareAsync("schema", "check", "--dir", Files, "--json");
        answer.Code.ShouldBe(3);
        var finding = answer.Json().GetProperty("findings")[0];
        finding.GetProperty("problem").GetString().ShouldBe("FileDiffers");
        finding.GetProperty("subject").GetString().ShouldBe("nba_analytics.player_game_summary");
        finding.GetProperty("message").GetString()!.ShouldContain("`points` STRING");
        finding.GetProperty("command").GetString().ShouldBe("./nbaprops schema write");
    }

    [Fact]
    public async Task A_folder_without_tables_lacks_them_all_and_looking_creates_none()
    {
        var answer = await RunAsync("schema", "diff");
        answer.Code.ShouldBe(3);
        answer.Output.ShouldContain("nba_raw.nbac_schedule: the table does not exist (./nbaprops schema apply)\n");
        NothingIsThere();
    }

    [Fact]
    public async Task Live_tables_agree_once_they_were_applied_and_a_column_that_is_gone_is_named()
    {
        (await RunAsync("schema", "apply")).Output.ShouldEndWith(" tables are as their records say\n");
        (await RunAsync("schema", "diff")).ShouldBe(new Answer(0, "records and live tables agree\n", string.Empty));
        Forget("player_game_summary", "usage_rate");

        // Looking twice finds it twice: to look is not to repair.
        await RunAsync("schema", "diff", "--json");
        var answer = await RunAsync("schema", "diff", "--json");
        answer.Code.ShouldBe(3);
        answer.Json().GetProperty("findings")[0].GetProperty("subject").GetString().ShouldBe("nba_analytics.player_game_summary.usage_rate");
        (await RunAsync("schema", "apply", "--json")).Json().GetProperty("tables").GetInt32().ShouldBeGreaterThan(10);
        (await RunAsync("schema", "diff")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_added_is_listed_with_what_to_do_by_hand_and_the_rest_is_added()
    {
        await RunAsync("schema", "apply");
        Execute("UPDATE _columns SET type = 'String' WHERE table_name = 'team_offense_game_summary' AND column_name = 'assists'");
        Forget("player_game_summary", "usage_rate");

        var answer = await RunAsync("schema", "apply");

        answer.Code.ShouldBe(3);
        answer.Output.ShouldContain("nba_analytics.player_game_summary: made, or given the columns that it lacked\n");
        answer.Output.ShouldContain("nba_analytics.team_offense_game_summary.assists: left as it is: is STRING in the store");
        answer.Output.ShouldContain("To be done by hand: drop nba_analytics.team_offense_game_summary");
    }

    private void Change()
    {
        var path = Path.Combine(Files, "nba_analytics", "player_game_summary.sql");
        var text = File.ReadAllText(path);
        text.ShouldContain("`points` INT64");
        File.WriteAllText(path, text.Replace("`points` INT64", "`points` STRING", StringComparison.Ordinal));
    }

    // A table of an older version of its record.
    private void Forget(string table, string column)
    {
        var later = $"table_name = '{table}' AND position > (SELECT position FROM _columns WHERE table_name = '{table}' AND column_name = '{column}')";
        Execute($"""
            ALTER TABLE {table} DROP COLUMN {column};
            UPDATE _columns SET position = -position WHERE {later};
            DELETE FROM _columns WHERE table_name = '{table}' AND column_name = '{column}';
            UPDATE _columns SET position = -position - 1 WHERE position < 0;
            """);
    }

    private void Execute(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "warehouse", "nba_analytics.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
