using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

/// <summary>
/// What memory and SQLite promise beyond the port, because they can compare tokens and keys in the transaction of the write. BigQuery cannot:
/// there a token is overtaken by settling it, and a log may hold a row twice.
/// </summary>
public abstract class EmbeddedWarehouseContract : WarehouseContract
{
    [Fact]
    public async Task An_older_token_is_superseded_by_a_newer_write_alone()
    {
        await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "new", 5));

        (await ReplaceAsync(Monday, 4, Row(Monday, FirstGame, "old", 4))).ShouldBe(FencedWrite.Superseded);

        (await SamplesAsync()).ShouldBe(["new:5"]);
    }

    [Fact]
    public async Task Settling_a_token_settles_every_older_one()
    {
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 5, default);

        (await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "old", 1))).ShouldBe(FencedWrite.Superseded);
    }

    [Fact]
    public async Task A_log_refuses_a_row_whose_key_it_holds_and_stores_the_others()
    {
        await Warehouse.AppendAsync(Events, Batch(1, Happened("a")), default);

        var outcome = await Warehouse.AppendAsync(Events, Batch(2, Happened("b"), Happened("a"), Happened("c"), Happened("c")), default);

        outcome.Stored.ShouldBe(2);
        outcome.Refused.Select(row => row.Index).ShouldBe([1, 3]);
        (await ReadAsync<LoggedEvent>()).Select(row => row.What).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_table_is_written_in_its_one_way_only()
    {
        await Should.ThrowAsync<PermanentException>(() =>
            Warehouse.ReplaceAsync(new PartitionWrite(Standings, new Partition(Monday), 1, Batch(1, Stand("BOS", 1, null))), default));
        await Should.ThrowAsync<PermanentException>(() =>
            Warehouse.MergeAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), [], default));
        await Should.ThrowAsync<PermanentException>(() => Warehouse.AppendAsync(Samples, Batch(1, Row(Monday, FirstGame, "a")), default));
    }

    [Fact]
    public async Task Text_that_would_not_come_back_as_it_is_is_refused()
    {
        foreach (var text in new[] { "a\0b", "\uD83C", "\uDFC0 ball", "\uD83C\uDFC0\uD83C" })
        {
            await Should.ThrowAsync<PermanentException>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a") with { Text = text }));
        }
    }

    [Fact]
    public async Task A_filter_of_more_values_than_a_statement_can_hold_is_refused()
    {
        object[] values = [.. Enumerable.Range(0, 30_001).Select(n => (object)(long)n)];

        (await ReadAsync<Sample>(filters: new ColumnFilter("number", values[1..]))).ShouldBeEmpty();
        await Should.ThrowAsync<PermanentException>(() => ReadAsync<Sample>(filters: new ColumnFilter("number", values)));
    }

    [Fact]
    public async Task A_row_of_a_game_cannot_take_the_key_of_another_games_row()
    {
        // A table whose key does not tell games apart, written by game all the same.
        var careless = Samples with { Name = "careless", Key = ["game_date", "name"] };
        await Warehouse.ApplySchemaAsync(careless, default);
        await WriteAsync(new Partition(Monday, FirstGame), Row(Monday, FirstGame, "a", 1));

        await Should.ThrowAsync<PermanentException>(() => WriteAsync(new Partition(Monday, SecondGame), Row(Monday, SecondGame, "b", 2), Row(Monday, SecondGame, "a", 2)));

        var batch = await Warehouse.ReadAsync(new ReadRequest(careless, ["name", "number"], Both, []), default);
        batch.Rows.ShouldHaveSingleItem().ShouldBe(["a", 1L]);

        Task<FencedWrite> WriteAsync(Partition partition, params Sample[] rows) =>
            Warehouse.ReplaceAsync(new PartitionWrite(careless, partition, 1, Batch(1, rows)), default);
    }

    [Fact]
    public async Task Replacing_a_whole_date_removes_the_rows_of_its_games_and_does_not_look_at_their_fences()
    {
        await ReplaceAsync(new Partition(Monday, FirstGame), 9, Row(Monday, FirstGame, "a", 9));

        (await ReplaceAsync(Monday, 1, Row(Monday, SecondGame, "b", 1))).ShouldBe(FencedWrite.Written);

        (await SamplesAsync()).ShouldBe(["b:1"]);
    }
}
