using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

public sealed class SchemaFilesTests : IDisposable
{
    private static readonly TableSchema[] Tables = [SampleTables.Quotes, SampleTables.Log];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_was_written_is_found_to_be_right()
    {
        (await WriteAsync()).ShouldBe(["nba_test/sample_quotes.sql", "nba_test/sample_log.sql"]);
        SchemaFiles.Check(Tables, _folder.Path).ShouldBeEmpty();
        (await WriteAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_does_not_exist_lacks_every_file() =>
        SchemaFiles.Check(Tables, _folder.Of("none")).Select(finding => finding.ToString()).ShouldBe(
        [
            "nba_test.sample_quotes: there is no file nba_test/sample_quotes.sql -> ./nbaprops schema write",
            "nba_test.sample_log: there is no file nba_test/sample_log.sql -> ./nbaprops schema write",
        ]);

    [Fact]
    public async Task A_file_that_differs_is_named_with_the_first_line_that_does()
    {
        await WriteAsync();
        await EditAsync(sql => sql.Replace("`line` FLOAT64", "`line` INT64", StringComparison.Ordinal));
        var finding = SchemaFiles.Check(Tables, _folder.Path).Single();
        (finding.Problem, finding.Subject).ShouldBe((SchemaProblem.FileDiffers, "nba_test.sample_quotes"));
        finding.Message.ShouldBe(
            "nba_test/sample_quotes.sql differs from the record: line 9 is '  `line` INT64 OPTIONS (description = \"The line.\"),', "
            + "the record says '  `line` FLOAT64 OPTIONS (description = \"The line.\"),'");
    }

    [Fact]
    public async Task A_file_that_ends_early_is_a_difference()
    {
        await WriteAsync();
        await EditAsync(sql => sql[..sql.IndexOf("PARTITION BY", StringComparison.Ordinal)].TrimEnd());
        SchemaFiles.Check(Tables, _folder.Path).Single().Message.ShouldEndWith("line 20 is missing, the record says 'PARTITION BY `game_date`'");
    }

    [Fact]
    public async Task Line_ends_of_another_machine_are_a_difference_that_shows()
    {
        await WriteAsync();
        await EditAsync(sql => sql.Replace("\n", "\r\n", StringComparison.Ordinal));
        SchemaFiles.Check(Tables, _folder.Path).Single().Message.ShouldContain(@"schema write\r'");
    }

    [Fact]
    public async Task A_generated_file_of_no_table_is_found_and_removed()
    {
        await SchemaFiles.WriteAsync([.. Tables, SampleTables.FloatKey], _folder.Path, default);
        SchemaFiles.Check(Tables, _folder.Path).Single().ToString().ShouldBe("nba_test/float_key.sql: no table is declared for this file -> ./nbaprops schema write");
        (await WriteAsync()).ShouldBe(["nba_test/float_key.sql"]);
        SchemaFiles.Check(Tables, _folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_a_person_wrote_is_found_and_left_alone()
    {
        await WriteAsync();
        await File.WriteAllTextAsync(_folder.Of("by_hand.sql"), "SELECT 1;\n");
        SchemaFiles.Check(Tables, _folder.Path).Single().Command.ShouldBe("git rm by_hand.sql");
        (await WriteAsync()).ShouldBeEmpty();
        File.Exists(_folder.Of("by_hand.sql")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_column_without_a_comment_is_a_finding()
    {
        // The records of the tests have no comments file, so this one's own columns are without a description.
        var bare = Table<SampleLogRow>.Instance.Schema;
        await SchemaFiles.WriteAsync([bare], _folder.Path, default);
        SchemaFiles.Check([bare], _folder.Path).Select(finding => finding.ToString()).ShouldBe(
        [
            "nba_test.sample_log: no description -> change the summary of the table's record",
            "nba_test.sample_log.game_date: no description -> change the summary of the column's property",
            "nba_test.sample_log.event_id: no description -> change the summary of the column's property",
            "nba_test.sample_log.points: no description -> change the summary of the column's property",
            "nba_test.sample_log.note: no description -> change the summary of the column's property",
        ]);
    }

    [Fact]
    public void What_bigquery_would_refuse_is_a_finding()
    {
        var line = SampleTables.Quotes.Column("line");
        var odd = SampleTables.Quotes with
        {
            Cluster = ["line"],
            Columns = [line, line with { Name = "Line 2", Description = new string('x', 1_025) }],
        };
        SchemaFiles.Check([odd], _folder.Path).Take(3).Select(finding => finding.Message).ShouldBe(
        [
            "its description has 1025 characters, BigQuery takes 1024",
            "a column's name is a to z, digits and underscores, and begins with a letter",
            "BigQuery does not cluster by FLOAT64",
        ]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<IReadOnlyList<string>> WriteAsync() => SchemaFiles.WriteAsync(Tables, _folder.Path, default);

    private async Task EditAsync(Func<string, string> edit)
    {
        var path = _folder.Of("nba_test/sample_quotes.sql");
        await File.WriteAllTextAsync(path, edit(await File.ReadAllTextAsync(path)));
    }
}
