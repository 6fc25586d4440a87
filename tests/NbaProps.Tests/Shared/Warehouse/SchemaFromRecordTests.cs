using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class SchemaFromRecordTests
{
    [Fact]
    public void A_record_without_a_table_is_refused() => Refusal<NoTable>().ShouldBe("NoTable is used as a table row and has no [Table] attribute.");

    [Fact]
    public void A_key_that_does_not_begin_with_a_game_date_is_refused() => Refusal<NoDate>().ShouldBe("nba_test.no_date: [Key(0)] must be a game date, the partition column.");

    [Fact]
    public void A_key_column_that_may_be_null_is_refused() => Refusal<NullKey>().ShouldBe("nba_test.null_key: key column id may be NULL.");

    [Fact]
    public void A_type_that_no_table_holds_is_refused() => Refusal<OddType>().ShouldStartWith("A table column cannot be a Uri. Accepted: String, Int64,");

    [Fact]
    public void Two_properties_with_one_column_are_refused() => Refusal<SameColumn>().ShouldBe("nba_test.same_column: two properties are column points.");

    [Fact]
    public void Two_key_columns_with_one_place_are_refused() => Refusal<SamePlace>().ShouldBe("nba_test.same_place: two properties have [Key(1)].");

    [Fact]
    public void A_range_on_a_text_is_refused() => Refusal<TextRange>().ShouldBe("nba_test.text_range: [Between] is for numbers, note is String.");

    private static string Refusal<TRow>() =>
        Should.Throw<InvalidOperationException>(() => SchemaFromRecord.Build(typeof(TRow), RowProperties.Of(typeof(TRow)))).Message;

    private sealed record NoTable : WarehouseRow;

    [Table("nba_test", "no_date")]
    private sealed record NoDate : WarehouseRow
    {
        [Key(0)]
        public required string Id { get; init; }
    }

    [Table("nba_test", "null_key")]
    private sealed record NullKey : WarehouseRow
    {
        [Key(0)]
        public required GameDate GameDate { get; init; }

        [Key(1)]
        public string? Id { get; init; }
    }

    [Table("nba_test", "odd_type")]
    private sealed record OddType : WarehouseRow
    {
        [Key(0)]
        public required GameDate GameDate { get; init; }

        public required Uri Address { get; init; }
    }

    [Table("nba_test", "same_column")]
    private sealed record SameColumn : WarehouseRow
    {
        [Key(0)]
        public required GameDate GameDate { get; init; }

        public required int Points { get; init; }

        [Column("points")]
        public required int Other { get; init; }
    }

    [Table("nba_test", "same_place")]
    private sealed record SamePlace : WarehouseRow
    {
        [Key(0)]
        public required GameDate GameDate { get; init; }

        [Key(1)]
        public required string One { get; init; }

        [Key(1)]
        public required string Other { get; init; }
    }

    [Table("nba_test", "text_range")]
    private sealed record TextRange : WarehouseRow
    {
        [Key(0)]
        public required GameDate GameDate { get; init; }

        [Between(0, 1)]
        public required string Note { get; init; }
    }
}
