using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

public sealed class SchemaDiffTests
{
    private static readonly TableSchema Quotes = SampleTables.Quotes;

    [Fact]
    public void A_table_as_declared_has_no_difference() => SchemaDiff.Compare(Quotes, Live()).ShouldBeEmpty();

    [Fact]
    public void The_order_of_live_columns_is_no_difference() => SchemaDiff.Compare(Quotes, new LiveTable(Live().Columns.Reverse().ToArray())).ShouldBeEmpty();

    [Fact]
    public void A_missing_table_is_one_difference() =>
        SchemaDiff.Compare(Quotes, null).ShouldBe([new SchemaFinding(SchemaProblem.TableMissing, "nba_test.sample_quotes", "the table does not exist", "./nbaprops schema apply")]);

    [Fact]
    public void A_missing_nullable_column_can_be_added() =>
        Only(Live(without: "price")).ShouldBe(new SchemaFinding(SchemaProblem.ColumnMissing, "nba_test.sample_quotes.price", "the store lacks the column", "./nbaprops schema apply"));

    [Fact]
    public void A_missing_required_column_needs_a_person()
    {
        var finding = Only(Live(without: "source"));
        finding.Message.ShouldBe("the store lacks the column, and it cannot be added because it may not be NULL");
        finding.Command.ShouldBe(
            "make the property nullable and run ./nbaprops schema apply, or drop nba_test.sample_quotes, then ./nbaprops schema apply and "
            + "./nbaprops rerun --processor sample_quotes --from D --to D");
    }

    [Fact]
    public void An_unknown_column_is_named_with_the_statement_that_drops_it() =>
        Only(Live(more: new LiveColumn("old", ColumnType.String, Nullable: true))).ToString().ShouldBe(
            "nba_test.sample_quotes.old: the store has a column that the record has not -> "
            + "bq query --use_legacy_sql=false 'ALTER TABLE `nba_test.sample_quotes` DROP COLUMN `old`'");

    [Fact]
    public void Another_type_needs_a_rebuild()
    {
        var finding = Only(Live(without: "price", more: new LiveColumn("price", ColumnType.String, Nullable: true)));
        (finding.Problem, finding.Message).ShouldBe((SchemaProblem.TypeDiffers, "is STRING in the store, INT64 in the record"));
        finding.Command.ShouldStartWith("drop nba_test.sample_quotes, then ./nbaprops schema apply");
    }

    [Fact]
    public void A_log_cannot_be_rebuilt_by_a_run()
    {
        var live = new LiveTable(SampleTables.Log.Columns.Select(column => new LiveColumn(column.Name, ColumnType.String, column.Nullable)).ToArray());
        SchemaDiff.Compare(SampleTables.Log, live)[0].Command.ShouldBe("copy the rows of nba_test.sample_log to a table of the new schema: a log has no other source");
    }

    [Fact]
    public void A_column_that_the_store_keeps_from_null_can_be_loosened() =>
        Only(Live(without: "price", more: new LiveColumn("price", ColumnType.Int64, Nullable: false))).ToString().ShouldBe(
            "nba_test.sample_quotes.price: may be NULL in the record, not in the store -> "
            + "bq query --use_legacy_sql=false 'ALTER TABLE `nba_test.sample_quotes` ALTER COLUMN `price` DROP NOT NULL'");

    [Fact]
    public void A_column_that_may_be_null_in_the_store_cannot_be_tightened() =>
        Only(Live(without: "book", more: new LiveColumn("book", ColumnType.String, Nullable: true))).Command.ShouldStartWith("make the property nullable, or drop nba_test.sample_quotes");

    [Fact]
    public void Every_difference_is_found() =>
        SchemaDiff.Compare(Quotes, Live(without: "price", more: new LiveColumn("old", ColumnType.String, Nullable: true))).Select(finding => finding.Problem)
            .ShouldBe([SchemaProblem.ColumnMissing, SchemaProblem.ColumnUnknown]);

    private static SchemaFinding Only(LiveTable live) => SchemaDiff.Compare(Quotes, live).Single();

    private static LiveTable Live(string? without = null, LiveColumn? more = null) => new(
        [.. Quotes.Columns.Where(column => column.Name != without).Select(column => new LiveColumn(column.Name, column.Type, column.Nullable)), .. more is null ? [] : new[] { more }]);
}
