using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Domain;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class TableTests
{
    private static readonly Table<EveryTypeRow> Every = Table<EveryTypeRow>.Instance;

    [Fact]
    public void A_row_of_every_type_is_read_back_as_it_was_written() =>
        Property.ForAll(EveryTypeSamples.Rows, row => Every.FromValues(Every.ToValues(row)).ShouldBe(row));

    [Fact]
    public void A_row_of_every_type_keeps_the_rules_of_its_table() =>
        Property.ForAll(EveryTypeSamples.Rows, row => RowRules.FirstBroken(Every.Schema, Every.ToValues(row)).ShouldBeNull());

    [Fact]
    public void An_instant_is_stored_in_universal_time_to_the_microsecond()
    {
        var values = Table<SampleQuoteRow>.Instance.ToValues(
            Samples.Quote() with { SeenAt = new DateTimeOffset(2025, 1, 5, 12, 0, 0, TimeSpan.FromHours(-5)).AddTicks(17) });
        var stored = values.OfType<DateTimeOffset>().First();
        stored.Offset.ShouldBe(TimeSpan.Zero);
        stored.ShouldBe(Samples.Noon.AddMicroseconds(1));
    }

    [Fact]
    public void Enumerations_are_stored_under_their_names()
    {
        var row = EveryTypeSamples.Some;
        Every.ToValues(row with { Phase = SeasonPhase.PlayIn })[ColumnOf("phase")].ShouldBe("play_in");
    }

    [Fact]
    public void Columns_are_the_records_own_then_source_and_as_of_then_lineage() =>
        Table<SampleQuoteRow>.Instance.Schema.Columns.Select(column => column.Name).ShouldBe(
            ["game_date", "game_id", "book", "seen_at", "line", "price", "source", "as_of", "run_id", "correlation_id", "written_at", "token", "generation"]);

    [Fact]
    public void Columns_of_the_record_that_a_row_extends_come_first() =>
        Table<SampleLogRow>.Instance.Schema.Columns.Take(6).Select(column => column.Name).ShouldBe(["game_date", "event_id", "points", "note", "source", "as_of"]);

    [Fact]
    public void A_question_mark_makes_a_column_nullable() =>
        Table<SampleQuoteRow>.Instance.Schema.Columns.Where(column => column.Nullable).Select(column => column.Name).ShouldBe(["line", "price"]);

    [Fact]
    public void Key_and_clustering_stand_in_their_declared_order()
    {
        var schema = Table<SampleQuoteRow>.Instance.Schema;
        schema.Key.ShouldBe(["game_date", "game_id", "book", "seen_at"]);
        schema.PartitionColumn.ShouldBe("game_date");
        schema.Cluster.ShouldBe(["book", "game_id"]);
        schema.Kind.ShouldBe(TableKind.Replaced);
    }

    [Fact]
    public void A_range_is_part_of_the_column()
    {
        var line = Table<SampleQuoteRow>.Instance.Schema.Column("line");
        (line.Minimum, line.Maximum).ShouldBe((0.5, 80));
    }

    [Fact]
    public void A_null_in_a_column_that_may_not_be_null_is_refused_and_never_read_as_a_default()
    {
        var values = Table<SampleLogRow>.Instance.ToValues(Samples.Log());
        values[2] = null;
        Should.Throw<PermanentException>(() => Table<SampleLogRow>.Instance.FromValues(values))
            .Message.ShouldBe("nba_test.sample_log.points: the store holds NULL, the column may not. Run: ./nbaprops schema diff");
    }

    [Fact]
    public void A_stored_value_that_its_type_refuses_is_named_with_its_column()
    {
        var values = Table<SampleQuoteRow>.Instance.ToValues(Samples.Quote());
        values[1] = "22400561";
        Should.Throw<PermanentException>(() => Table<SampleQuoteRow>.Instance.FromValues(values)).Message.ShouldStartWith("nba_test.sample_quotes.game_id: the store holds '22400561'");
    }

    [Fact]
    public void A_stored_name_key_is_read_as_it_stands()
    {
        var values = Every.ToValues(EveryTypeSamples.Some);
        values[ColumnOf("name_key")] = "Luka Dončić";
        Should.Throw<PermanentException>(() => Every.FromValues(values)).Message.ShouldStartWith("nba_test.every_type.name_key: the store holds 'Luka Dončić'");
    }

    private static int ColumnOf(string name) => Every.ContentColumns.ToList().IndexOf(name);
}
