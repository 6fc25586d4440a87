using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

public sealed class BigQueryDdlTests
{
    [Fact]
    public void A_table_is_written_as_one_statement() => BigQueryDdl.Write(SampleTables.Quotes).ShouldBe(
        """
        -- Generated from the table's record by: ./nbaprops schema write
        -- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
        -- Written by: fenced replace of a partition.
        CREATE TABLE IF NOT EXISTS `${project}.nba_test.sample_quotes` (
          `game_date` DATE NOT NULL OPTIONS (description = "The game date."),
          `game_id` STRING NOT NULL OPTIONS (description = "The game id."),
          `book` STRING NOT NULL OPTIONS (description = "The book."),
          `seen_at` TIMESTAMP NOT NULL OPTIONS (description = "The seen at."),
          `line` FLOAT64 OPTIONS (description = "The line."),
          `price` INT64 OPTIONS (description = "The price."),
          `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
          `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
          `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
          `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
          `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
          `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
          `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
          PRIMARY KEY (`game_date`, `game_id`, `book`, `seen_at`) NOT ENFORCED
        )
        PARTITION BY `game_date`
        CLUSTER BY `book`, `game_id`
        OPTIONS (
          description = "A quote: \"over\" or under,\nper book \\ game.",
          require_partition_filter = TRUE
        );

        """);

    [Fact]
    public void A_table_without_clustering_has_no_such_line()
    {
        BigQueryDdl.Write(SampleTables.Log).ShouldNotContain("CLUSTER BY");
        BigQueryDdl.Write(SampleTables.Log).ShouldContain("-- Written by: append, at least once.");
    }

    [Fact]
    public void A_key_that_bigquery_would_refuse_is_a_comment_and_no_comma_dangles()
    {
        var sql = BigQueryDdl.Write(SampleTables.FloatKey);
        sql.ShouldContain("-- Key: game_date, game_id, book, seen_at, line. Not declared below: BigQuery takes no FLOAT64 and no more than 16 columns into a key.");
        sql.ShouldNotContain("PRIMARY KEY");
        sql.ShouldContain("content this is.\")\n)\nPARTITION BY");
    }

    [Fact]
    public void Every_type_has_its_name() => Enum.GetValues<ColumnType>().Select(SqlText.TypeName).ShouldBe(["STRING", "INT64", "FLOAT64", "BOOL", "DATE", "TIMESTAMP"]);

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a \"b\" c", "\"a \\\"b\\\" c\"")]
    [InlineData("it's `this` \\ that", "\"it's `this` \\\\ that\"")]
    [InlineData("one\r\n\ttwo", "\"one\\r\\n\\ttwo\"")]
    [InlineData("bell\u0007", "\"bell\\u0007\"")]
    [InlineData("Dončić -- ; */", "\"Dončić -- ; */\"")]
    public void A_text_is_escaped(string text, string literal) => SqlText.Literal(text).ShouldBe(literal);
}
