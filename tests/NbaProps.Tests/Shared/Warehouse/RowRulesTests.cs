using NbaProps.Domain;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class RowRulesTests
{
    private const string Key = "(game_date=2025-01-05, game_id=0022400561, book=draftkings, seen_at=2025-01-05T17:00:00.000000Z)";
    private static readonly TableSchema Schema = Table<SampleQuoteRow>.Instance.Schema;
    private static readonly Partition Date = new(Samples.Date);

    [Fact]
    public void A_good_row_breaks_nothing() => Broken().ShouldBeNull();

    [Fact]
    public void An_empty_optional_column_breaks_nothing() => Broken("price", null).ShouldBeNull();

    [Fact]
    public void A_null_in_the_key_is_named() =>
        Broken("book", null).ShouldBe("nba_test.sample_quotes.book: is NULL and may not be (game_date=2025-01-05, game_id=0022400561, book=NULL, seen_at=2025-01-05T17:00:00.000000Z)");

    [Fact]
    public void Not_a_number_is_named() => Broken("line", double.NaN).ShouldBe($"nba_test.sample_quotes.line: is not a finite number; a missing value is NULL {Key}");

    [Fact]
    public void Infinity_is_named() => Broken("line", double.NegativeInfinity)!.ShouldContain("not a finite number");

    [Theory]
    [InlineData(0.4)]
    [InlineData(80.5)]
    public void A_number_out_of_its_range_is_named_with_the_range(double line) =>
        Broken("line", line).ShouldBe(FormattableString.Invariant($"nba_test.sample_quotes.line: is {line}, accepted is 0.5 to 80 {Key}"));

    [Theory]
    [InlineData(0.5)]
    [InlineData(80.0)]
    public void The_ends_of_a_range_are_in_it(double line) => Broken("line", line).ShouldBeNull();

    [Fact]
    public void A_value_of_another_type_is_named() => Broken("price", -110).ShouldBe($"nba_test.sample_quotes.price: is a Int32, the column is Int64 {Key}");

    [Fact]
    public void A_row_that_is_too_short_is_refused() =>
        RowRules.FirstBroken(Schema, Values()[..4])!.ShouldBe("nba_test.sample_quotes: a row has 4 values, the table 8 columns and 5 of lineage.");

    [Fact]
    public void A_row_that_is_too_long_is_refused() => RowRules.FirstBroken(Schema, [.. Values(), .. new object?[6]])!.ShouldContain("a row has 14 values");

    [Fact]
    public void A_row_of_another_date_is_refused() =>
        Refusal(Date, Samples.Quote(), Samples.Quote(day: 1)).ShouldBe(
            "nba_test.sample_quotes: a row of another date was about to be written to partition 2025-01-05 "
            + "(game_date=2025-01-06, game_id=0022400561, book=draftkings, seen_at=2025-01-05T17:00:00.000000Z).");

    [Fact]
    public void A_row_of_another_game_is_refused() =>
        Refusal(new Partition(Samples.Date, GameId.Parse("0022400562")), Samples.Quote()).ShouldContain("a row of another game was about to be written to partition 2025-01-05|0022400562");

    [Fact]
    [Trait("Incident", "I-24")]
    public void Two_rows_with_one_key_are_refused() =>
        Refusal(Date, Samples.Quote(), Samples.Quote() with { Line = 3 }).ShouldBe($"nba_test.sample_quotes: two rows share the key {Key[1..^1]}.");

    [Fact]
    public void Two_moments_of_one_second_are_two_keys() => Should.NotThrow(() => Require(Date, Samples.Quote(), Samples.Quote(milliseconds: 1)));

    [Fact]
    public void One_moment_in_two_offsets_is_one_key() =>
        Refusal(Date, Samples.Quote(), Samples.Quote() with { SeenAt = Samples.Noon.ToOffset(TimeSpan.FromHours(1)) }).ShouldContain("two rows share the key");

    [Fact]
    public void A_comma_in_a_text_does_not_make_two_keys_one()
    {
        var log = Table<SampleTextKeyRow>.Instance;
        var rows = new[] { Pair("x, second=y", "z"), Pair("x", "y, second=z") }.Select(log.ToValues).ToArray();
        Should.NotThrow(() => RowRules.Require(log.Schema, Date, rows));
    }

    [Fact]
    public void The_tables_own_columns_are_accepted() => Should.NotThrow(() => RowRules.RequireColumns(Schema, Columns));

    [Fact]
    public void Unknown_and_missing_columns_are_named() =>
        ColumnRefusal([.. Columns.Where(column => column != "line"), "lime"]).ShouldBe("nba_test.sample_quotes: columns do not match the table. Unknown: [lime], missing: [line].");

    [Fact]
    public void Columns_in_another_order_are_refused() => ColumnRefusal([.. Columns.Reverse()]).ShouldEndWith("Unknown: [], missing: []; the order differs, or one is named twice.");

    private static string[] Columns => Schema.Columns.Select(column => column.Name).ToArray();

    private static object?[] Values() => Table<SampleQuoteRow>.Instance.ToValues(Samples.Quote());

    private static string? Broken(string? column = null, object? value = null)
    {
        var values = Values();
        if (column is not null)
        {
            values[Array.IndexOf(Columns, column)] = value;
        }

        return RowRules.FirstBroken(Schema, values);
    }

    private static void Require(Partition partition, params SampleQuoteRow[] rows) =>
        RowRules.Require(Schema, partition, rows.Select(Table<SampleQuoteRow>.Instance.ToValues).ToArray());

    private static string Refusal(Partition partition, params SampleQuoteRow[] rows) => Should.Throw<PermanentException>(() => Require(partition, rows)).Message;

    private static string ColumnRefusal(string[] columns) => Should.Throw<PermanentException>(() => RowRules.RequireColumns(Schema, columns)).Message;

    private static SampleTextKeyRow Pair(string first, string second) =>
        new() { GameDate = Samples.Date, First = first, Second = second, Source = "test", AsOf = Samples.Noon };
}
