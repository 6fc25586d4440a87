using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public abstract partial class WarehouseContract
{
    [SkippableFact]
    public async Task A_merge_inserts_what_is_new_updates_the_named_columns_only_and_keeps_the_rest()
    {
        await MergeAsync(1, ["wins", "note"], Stand("BOS", 1, "first"), Stand("LAL", 1, "first"));

        (await MergeAsync(2, ["wins"], Stand("BOS", 2, "second"), Stand("NYK", 2, "second"))).ShouldBe(FencedWrite.Written);

        (await ReadAsync<Standing>()).Select(row => (row.Team, row.Wins, row.Note)).ShouldBe(
            [("BOS", 2L, "first"), ("LAL", 1L, "first"), ("NYK", 2L, "second")]);
    }

    [SkippableFact]
    public async Task A_merge_can_set_a_column_to_null_and_with_no_columns_named_it_only_inserts()
    {
        await MergeAsync(1, ["wins"], Stand("BOS", 1, "first"));

        await MergeAsync(2, [], Stand("BOS", 9, "second"), Stand("LAL", 2, null));
        (await ReadAsync<Standing>()).Select(row => (row.Team, row.Wins, row.Note)).ShouldBe([("BOS", 1L, "first"), ("LAL", 2L, null)]);

        await MergeAsync(3, ["wins", "note"], Stand("BOS", null, null));
        (await ReadAsync<Standing>()).Select(row => (row.Team, row.Wins, row.Note)).ShouldBe([("BOS", null, null), ("LAL", 2L, (string?)null)]);
    }

    [SkippableFact]
    public async Task A_merge_under_the_same_token_again_changes_nothing()
    {
        await MergeAsync(1, ["wins"], Stand("BOS", 1, "first"));

        (await MergeAsync(1, ["wins"], Stand("BOS", 1, "first"))).ShouldBe(FencedWrite.Written);

        (await ReadAsync<Standing>()).ShouldHaveSingleItem();
    }

    [SkippableTheory]
    [InlineData("nothing")]
    [InlineData("team")]
    public async Task A_merge_that_would_update_an_unknown_column_or_a_key_is_refused(string column)
    {
        await Should.ThrowAsync<PermanentException>(() => MergeAsync(1, [column], Stand("BOS", 1, null)));

        (await ReadAsync<Standing>()).ShouldBeEmpty();
    }

    [SkippableFact]
    [Trait("Incident", "S-03")]
    public async Task Unknown_and_missing_columns_are_refused_before_anything_is_written()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));
        var sound = Batch(2, Row(Monday, FirstGame, "b", 2));
        var unknown = new RowBatch([.. sound.Columns, "surprise"], [[.. sound.Rows[0], 1L]]);
        var missing = new RowBatch([.. sound.Columns.SkipLast(1)], [[.. sound.Rows[0].SkipLast(1)]]);

        (await RefusedAsync(unknown)).ShouldContain("surprise");
        (await RefusedAsync(missing)).ShouldContain("generation");
        (await RefusedAsync(sound with { Rows = [[.. sound.Rows[0].SkipLast(1)]] })).ShouldContain("values");

        (await SamplesAsync()).ShouldBe(["a:1"]);
        (await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1))).ShouldBe(FencedWrite.Written, "a refused write does not raise the fence");

        async Task<string> RefusedAsync(RowBatch batch) =>
            (await Should.ThrowAsync<PermanentException>(() => Warehouse.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 2, batch), default))).Message;
    }

    [SkippableFact]
    public async Task A_row_of_another_partition_and_two_rows_of_one_key_are_refused()
    {
        await Should.ThrowAsync<PermanentException>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"), Row(Tuesday, FirstGame, "a")));
        await Should.ThrowAsync<PermanentException>(() => ReplaceAsync(new Partition(Monday, FirstGame), 1, Row(Monday, SecondGame, "a")));
        await Should.ThrowAsync<PermanentException>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"), Row(Monday, FirstGame, "a")));

        (await SamplesAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_value_that_breaks_a_rule_is_refused_with_the_whole_write()
    {
        await Should.ThrowAsync<PermanentException>(() => WriteAsync(Quote(0, 1), Quote(1, 10.5)));
        await Should.ThrowAsync<PermanentException>(() => WriteAsync(Quote(0, double.NaN)));
        await Should.ThrowAsync<PermanentException>(() => WriteAsync(Quote(0, double.PositiveInfinity)));
        (await ReadAsync<Quote>()).ShouldBeEmpty();

        Task<FencedWrite> WriteAsync(params Quote[] rows) =>
            Warehouse.ReplaceAsync(new PartitionWrite(Quotes, new Partition(Monday), 1, Batch(1, rows)), default);
    }

    [SkippableFact]
    public async Task Keys_that_differ_by_a_microsecond_are_two_rows_in_order()
    {
        await Warehouse.ReplaceAsync(new PartitionWrite(Quotes, new Partition(Monday), 1, Batch(1, Quote(2, 3), Quote(1, 2), Quote(0, 1))), default);

        (await ReadAsync<Quote>()).Select(row => row.Line).ShouldBe([1d, 2d, 3d]);
    }

    [SkippableFact]
    public async Task A_table_without_games_cannot_be_written_by_game()
    {
        await Should.ThrowAsync<PermanentException>(() =>
            Warehouse.ReplaceAsync(new PartitionWrite(Quotes, new Partition(Monday, FirstGame), 1, Batch<Quote>(1)), default));
    }

    [SkippableFact]
    public async Task The_caller_may_change_its_rows_after_a_write()
    {
        var batch = Batch(1, Row(Monday, FirstGame, "a", 1));
        await Warehouse.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, batch), default);

        batch.Rows[0][2] = "changed";
        (await SamplesAsync()).ShouldBe(["a:1"]);

        var read = await Warehouse.ReadAsync(new ReadRequest(Samples, ["name"], Both, []), default);
        read.Rows[0][0] = "changed";
        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [SkippableFact]
    public async Task Lineage_is_stored_as_it_was_handed_in()
    {
        await ReplaceAsync(Monday, 4, Row(Monday, FirstGame, "a"));

        var batch = await Warehouse.ReadAsync(new ReadRequest(Samples, ["run_id", "correlation_id", "written_at", "token", "generation"], Both, []), default);

        batch.Rows.ShouldHaveSingleItem().ShouldBe(["run-4", "chain", AsOf.AddMinutes(4), 4L, 4L]);
    }

    [SkippableFact]
    public async Task A_log_stores_what_is_appended()
    {
        (await Warehouse.AppendAsync(Events, Batch(1, Happened("b"), Happened("a", 1)), default)).ShouldBe(new AppendOutcome(2, []), AppendOutcomes);
        (await Warehouse.AppendAsync(Events, Batch(2, Happened("c", 2)), default)).Stored.ShouldBe(1);
        (await Warehouse.AppendAsync(Events, Batch<LoggedEvent>(3), default)).Stored.ShouldBe(0);

        (await LoggedAsync(3, Other)).Select(row => row.What).ShouldBe(["b", "a", "c"]);
    }

    [SkippableFact]
    public async Task A_log_names_the_rows_it_refuses_and_stores_the_others()
    {
        var batch = Batch(1, Happened("a"), Happened("b"), Happened("c"));
        batch.Rows[1][2] = null;

        var outcome = await Warehouse.AppendAsync(Events, batch, default);

        outcome.Stored.ShouldBe(2);
        outcome.Refused.ShouldHaveSingleItem().Index.ShouldBe(1);
        outcome.Refused[0].Reason.ShouldContain("what");
        (await LoggedAsync(2)).Select(row => row.What).ShouldBe(["a", "c"]);
    }

    [SkippableFact]
    public async Task An_append_of_other_columns_is_refused_as_a_whole()
    {
        var batch = Batch(1, Happened("a"));

        await Should.ThrowAsync<PermanentException>(() => Warehouse.AppendAsync(Events, batch with { Columns = [.. batch.Columns.Select(name => name + "x")] }, default));

        (await ReadAsync<LoggedEvent>()).ShouldBeEmpty();
    }

    protected static Quote Quote(int microsecond, double? line) =>
        new() { GameDate = Monday, CapturedAt = AsOf.AddMicroseconds(microsecond), Book = 1, Line = line, Source = "test", AsOf = AsOf };

    private static IEqualityComparer<AppendOutcome> AppendOutcomes { get; } =
        EqualityComparer<AppendOutcome>.Create((left, right) => left!.Stored == right!.Stored && left.Refused.SequenceEqual(right.Refused));
}
