namespace NbaProps.Tests.Cli;

public sealed class SqlCommandTests : InProcess
{
    public SqlCommandTests() => Directory.CreateDirectory(Data);

    [Fact]
    public async Task Json_has_the_columns_and_rows_as_arrays_and_nothing_else()
    {
        var answer = await RunAsync("sql", "SELECT 1 AS a, 'Dončić' AS b, NULL AS c, 1.5 AS d, 9007199254740993 AS e", "--json");
        answer.ShouldBe(new Answer(0, """{"columns":["a","b","c","d","e"],"rows":[[1,"Dončić",null,1.5,9007199254740993]]}""" + "\n", string.Empty));
    }

    [Fact]
    public async Task An_empty_answer_keeps_its_columns() =>
        (await RunAsync("sql", "SELECT 1 AS a WHERE 0", "--json")).Output.ShouldBe("""{"columns":["a"],"rows":[]}""" + "\n");

    [Fact]
    public async Task What_json_has_no_word_for_is_text() =>
        (await RunAsync("sql", "SELECT x'00ff' AS bytes, 9e999 AS much, -9e999 AS little", "--json")).Output
            .ShouldBe("""{"columns":["bytes","much","little"],"rows":[["00ff","Infinity","-Infinity"]]}""" + "\n");

    [Fact]
    public async Task For_people_it_is_a_table() =>
        Lines(await RunAsync("sql", "SELECT 'LAL' AS team, NULL AS line, 0.5 AS p, x'00ff' AS bytes")).ShouldBe(
        [
            "  team   line   p     bytes",
            "─────────────────────────────",
            "  LAL    NULL   0.5   00ff",
        ]);

    [Fact]
    public async Task Tables_are_read_by_dataset_and_name()
    {
        (await RunAsync("schema", "apply")).Code.ShouldBe(0);
        var answer = await RunAsync("sql", "SELECT COUNT(*) AS n FROM nba_predictions.player_prop_predictions", "--json");
        answer.Json().GetProperty("rows")[0][0].GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("DELETE FROM nba_raw.nbac_schedule")]
    [InlineData("INSERT INTO nba_raw.nbac_schedule(game_id) VALUES ('1')")]
    [InlineData("UPDATE nba_raw.nbac_schedule SET game_id = '1'")]
    [InlineData("DROP TABLE nba_raw.nbac_schedule")]
    [InlineData("ATTACH 'stolen.db' AS stolen")]
    [InlineData("PRAGMA nba_raw.user_version=3")]
    [InlineData("PRAGMA nba_raw.journal_mode=DELETE")]
    [InlineData("VACUUM INTO 'stolen.db'")]
    public async Task What_would_change_something_is_refused_in_one_line(string statement)
    {
        await RunAsync("schema", "apply");
        var answer = await RunAsync("sql", statement, "--json");
        answer.Code.ShouldBe(2);
        answer.OneLine().ShouldBe("Only reading is possible here: accepted are SELECT, WITH, VALUES, EXPLAIN and PRAGMA table_info(…)");
        File.Exists("stolen.db").ShouldBeFalse();
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2", "One statement at a time: the text holds more than one")]
    [InlineData("SELEC 1", "The statement is wrong at character 1: near \"SELEC\": syntax error")]
    [InlineData("SELECT 1 FORM x", "The statement is wrong at character 15: near \"x\": syntax error")]
    [InlineData("SELECT a, aa", "The statement is wrong: no such column: a")]
    [InlineData("SELECT", "The statement is wrong: incomplete input")]
    [InlineData("SELECT * FROM 'two\nlines'", "The statement is wrong at character 16: no such table: two lines")]
    public async Task A_wrong_statement_is_one_line_that_says_where(string statement, string line)
    {
        var answer = await RunAsync("sql", statement);
        answer.Code.ShouldBe(2);
        answer.OneLine().ShouldBe(line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-- only a comment")]
    public async Task No_statement_at_all_is_wrong_usage(string statement)
    {
        var answer = await RunAsync("sql", "--json", "--", statement);
        answer.OneLine().ShouldBe("There is no statement in that text: accepted is a SELECT; tables are dataset.table");
        answer.Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_not_created()
    {
        Directory.Delete(Data);
        var answer = await RunAsync("sql", "SELECT 1");
        answer.OneLine().ShouldBe($"{Data} does not exist: accepted with --data is a folder that run-day or backfill has filled");
        answer.Code.ShouldBe(2);
        NothingIsThere();
    }

    private static IEnumerable<string> Lines(Answer answer) => answer.Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
}
