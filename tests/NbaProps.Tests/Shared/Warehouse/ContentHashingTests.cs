using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class ContentHashingTests
{
    private static readonly SampleQuoteRow Row = Samples.Quote();

    [Fact]
    public void The_order_of_rows_is_irrelevant()
    {
        // Dates differ as well as later parts of the key: a comparer that cannot order dates leaves the rows as they came.
        var rows = Enumerable.Range(0, 12).Select(index => Samples.Quote(day: index % 3, book: $"book{index}")).ToArray();
        var hash = Hash(rows);
        for (var turn = 1; turn < rows.Length; turn++)
        {
            Hash([.. rows[turn..], .. rows[..turn]]).ShouldBe(hash);
        }

        Hash(rows.Reverse().ToArray()).ShouldBe(hash);
    }

    [Fact]
    public void The_as_of_is_irrelevant() => Hash(Row with { AsOf = Row.AsOf.AddHours(1) }).ShouldBe(Hash(Row));

    [Fact]
    public void Lineage_is_irrelevant()
    {
        var schema = Table<SampleQuoteRow>.Instance.Schema;
        object?[] values = Table<SampleQuoteRow>.Instance.ToValues(Row);
        object?[] Stamped(string run, long token) => [.. values, run, "chain", DateTimeOffset.UnixEpoch, token, 1L];
        ContentHashing.Of(schema, [Stamped("a", 1)]).ShouldBe(ContentHashing.Of(schema, [Stamped("b", 2)]));
        ContentHashing.Of(schema, [Stamped("a", 1)]).ShouldBe(ContentHashing.Of(schema, [values]));
    }

    [Fact]
    public void Any_change_of_content_changes_the_hash()
    {
        SampleQuoteRow[] changed =
        [
            Row with { GameDate = Row.GameDate.AddDays(1) },
            Row with { GameId = GameId.Parse("0022400562") },
            Row with { Book = "other" },
            Row with { SeenAt = Row.SeenAt.AddMicroseconds(1) },
            Row with { Line = 20 },
            Row with { Line = null },
            Row with { Price = -111 },
            Row with { Price = null },
            Row with { Source = "other" },
        ];
        changed.Select(row => Hash(row)).Append(Hash(Row)).Distinct().Count().ShouldBe(changed.Length + 1);
    }

    [Fact]
    public void Null_and_empty_text_differ() => Hash(Samples.Log() with { Note = null }).ShouldNotBe(Hash(Samples.Log() with { Note = "" }));

    [Fact]
    public void Minus_zero_is_zero() => Hash(Row with { Line = -0.0 }).ShouldBe(Hash(Row with { Line = 0.0 }));

    [Fact]
    public void Text_that_moves_between_columns_changes_the_hash() =>
        Hash(Samples.Log() with { EventId = "ab", Note = "c" }).ShouldNotBe(Hash(Samples.Log() with { EventId = "a", Note = "bc" }));

    [Fact]
    public void An_instant_is_the_same_in_every_offset() => Hash(Row with { SeenAt = Row.SeenAt.ToOffset(TimeSpan.FromHours(-5)) }).ShouldBe(Hash(Row));

    [Fact]
    public void No_rows_have_the_hash_of_emptiness() => Hash(Array.Empty<SampleQuoteRow>()).ShouldBe(ContentHashing.Empty);

    [Fact]
    public void One_row_twice_is_not_one_row() => Hash(Row, Row).ShouldNotBe(Hash(Row));

    private static string Hash<TRow>(params TRow[] rows)
        where TRow : WarehouseRow =>
        ContentHashing.Of(Table<TRow>.Instance.Schema, rows.Select(Table<TRow>.Instance.ToValues).ToArray());
}
