using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public abstract partial class WarehouseContract
{
    [SkippableFact]
    public async Task A_table_that_was_created_is_described_as_it_was_declared()
    {
        var live = (await Other.DescribeAsync(Samples, default)).ShouldNotBeNull();

        live.Columns.ShouldBe(Samples.Columns.Select(column => new LiveColumn(column.Name, column.Type, column.Nullable)));
    }

    [SkippableFact]
    [Trait("Incident", "I-03")]
    public async Task A_table_that_was_never_created_is_null_and_cannot_be_read_or_written()
    {
        foreach (var missing in new[] { Samples with { Name = "missing" }, Samples with { Dataset = "missing" } })
        {
            (await Warehouse.DescribeAsync(missing, default)).ShouldBeNull();
            await Should.ThrowAsync<PermanentException>(() => Warehouse.ReadAsync(new ReadRequest(missing, ["name"], Both, []), default));
            await Should.ThrowAsync<PermanentException>(() =>
                Warehouse.ReplaceAsync(new PartitionWrite(missing, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default));
        }
    }

    [SkippableFact]
    public async Task A_token_can_be_settled_before_the_table_exists()
    {
        var later = Samples with { Name = "later" };
        await Warehouse.SettleAsync(later, new Partition(Monday), 3, default);

        await Warehouse.ApplySchemaAsync(later, default);

        (await Warehouse.ReplaceAsync(new PartitionWrite(later, new Partition(Monday), 3, Batch<Sample>(3)), default)).ShouldBe(FencedWrite.Superseded);
    }

    [SkippableFact]
    public async Task Applying_a_schema_again_changes_nothing_and_keeps_the_rows()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));

        await Warehouse.ApplySchemaAsync(Samples, default);
        await Other.ApplySchemaAsync(Samples, default);

        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [SkippableFact]
    public async Task Nullable_columns_that_are_missing_are_added_and_old_rows_have_null_there()
    {
        var older = Without(Samples with { Name = "grown" }, "real", "instant");
        var newer = Samples with { Name = "grown" };
        await Warehouse.ApplySchemaAsync(older, default);
        var full = Batch(1, Row(Monday, FirstGame, "a", 1));
        var kept = older.Columns.Select(column => full.Columns.ToList().IndexOf(column.Name)).ToArray();
        var old = new RowBatch([.. older.Columns.Select(column => column.Name)], [[.. kept.Select(index => full.Rows[0][index])]]);
        await Warehouse.ReplaceAsync(new PartitionWrite(older, new Partition(Monday), 1, old), default);

        await Warehouse.ApplySchemaAsync(newer, default);
        await Warehouse.ReplaceAsync(new PartitionWrite(newer, new Partition(Tuesday), 1, Batch(1, Row(Tuesday, FirstGame, "b", 2) with { Real = 0.5, Instant = AsOf })), default);

        var batch = await Other.ReadAsync(new ReadRequest(newer, ["name", "number", "real", "instant", "token"], Both, []), default);
        batch.Rows[0].ShouldBe(["a", 1L, null, null, 1L]);
        batch.Rows[1].ShouldBe(["b", 2L, 0.5, AsOf, 1L]);
        var live = (await Warehouse.DescribeAsync(newer, default))!.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        live.Count.ShouldBe(newer.Columns.Count);
        live["instant"].ShouldBe(new LiveColumn("instant", ColumnType.Timestamp, true));
    }

    [SkippableFact]
    [Trait("Incident", "S-03")]
    public async Task Code_from_before_a_column_was_added_still_writes()
    {
        var newer = Samples with { Name = "ahead" };
        var older = Without(newer, "real");
        await Warehouse.ApplySchemaAsync(newer, default);
        var full = Batch(1, Row(Monday, FirstGame, "a", 1));
        var place = full.Columns.ToList().IndexOf("real");
        var batch = new RowBatch([.. full.Columns.Where((_, index) => index != place)], [[.. full.Rows[0].Where((_, index) => index != place)]]);

        (await Warehouse.ReplaceAsync(new PartitionWrite(older, new Partition(Monday), 1, batch), default)).ShouldBe(FencedWrite.Written);

        (await Warehouse.ReadAsync(new ReadRequest(newer, ["name", "real", "token"], Both, []), default)).Rows[0].ShouldBe(["a", null, 1L]);
    }

    [SkippableFact]
    public async Task Code_from_after_a_column_was_declared_cannot_write_before_the_schema_was_applied()
    {
        var newer = Samples with { Name = "behind" };
        await Warehouse.ApplySchemaAsync(Without(newer, "real"), default);

        await Should.ThrowAsync<PermanentException>(() =>
            Warehouse.ReplaceAsync(new PartitionWrite(newer, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default));
        await Should.ThrowAsync<PermanentException>(() => Warehouse.ReadAsync(new ReadRequest(newer, ["real"], Both, []), default));
    }

    [SkippableFact]
    public async Task Every_other_difference_is_refused_by_name_and_nothing_is_changed()
    {
        await RefusedAsync(Change("number", column => column with { Type = ColumnType.Float64 }), "number");
        await RefusedAsync(Change("number", column => column with { Nullable = false }), "number");
        await RefusedAsync(Change("source", column => column with { Nullable = true }), "source");
        await RefusedAsync(Without(Samples, "number"), "number");
        await RefusedAsync(Samples with { Key = ["game_date", "name", "game_id"] }, "key");
        await RefusedAsync(Samples with { Columns = [.. Samples.Columns, new ColumnSchema("strict", ColumnType.Int64, Nullable: false, ColumnRole.Content, "")] }, "strict");
        await RefusedAsync(
            Change("number", column => column with { Type = ColumnType.Bool }) with { Columns = [.. Change("number", column => column with { Type = ColumnType.Bool }).Columns, new ColumnSchema("extra", ColumnType.Int64, Nullable: true, ColumnRole.Content, "")] },
            "number");

        (await Warehouse.DescribeAsync(Samples, default))!.Columns.ShouldBe(Samples.Columns.Select(column => new LiveColumn(column.Name, column.Type, column.Nullable)));

        async Task RefusedAsync(TableSchema schema, string named) =>
            (await Should.ThrowAsync<PermanentException>(() => Warehouse.ApplySchemaAsync(schema, default))).Message.ShouldContain(named);
    }

    private static TableSchema Without(TableSchema schema, params string[] names) =>
        schema with { Columns = [.. schema.Columns.Where(column => !names.Contains(column.Name, StringComparer.Ordinal))] };

    private static TableSchema Change(string name, Func<ColumnSchema, ColumnSchema> change) =>
        Samples with { Columns = [.. Samples.Columns.Select(column => string.Equals(column.Name, name, StringComparison.Ordinal) ? change(column) : column)] };
}
