using System.Globalization;

using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public abstract partial class WarehouseContract
{
    [SkippableFact]
    public async Task A_replace_makes_the_partition_hold_exactly_its_rows()
    {
        (await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1), Row(Monday, FirstGame, "b", 1))).ShouldBe(FencedWrite.Written);
        (await ReplaceAsync(Monday, 2, Row(Monday, FirstGame, "b", 2), Row(Monday, FirstGame, "c", 2))).ShouldBe(FencedWrite.Written);

        (await SamplesAsync()).ShouldBe(["b:2", "c:2"]);
    }

    [SkippableFact]
    [Trait("Incident", "I-24")]
    public async Task The_same_replace_under_the_same_token_is_written_again_and_changes_nothing()
    {
        await ReplaceAsync(Monday, 3, Row(Monday, FirstGame, "a", 1));

        (await ReplaceAsync(Monday, 3, Row(Monday, FirstGame, "a", 1))).ShouldBe(FencedWrite.Written);

        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [SkippableFact]
    public async Task An_empty_replace_empties_the_partition_and_is_fenced_like_any_other()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 1, default);

        (await ReplaceAsync(Monday, 1)).ShouldBe(FencedWrite.Superseded);
        (await SamplesAsync()).ShouldBe(["a:1"]);
        (await ReplaceAsync(Monday, 2)).ShouldBe(FencedWrite.Written);
        (await SamplesAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_settled_token_that_never_wrote_can_never_write()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 5, default);

        (await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "late", 5))).ShouldBe(FencedWrite.Superseded);

        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [SkippableFact]
    public async Task A_settled_token_that_wrote_keeps_its_rows_and_does_not_write_again()
    {
        await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "a", 5));
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 5, default);

        (await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "b", 5))).ShouldBe(FencedWrite.Superseded);

        (await SamplesAsync()).ShouldBe(["a:5"]);
    }

    [SkippableFact]
    public async Task Settling_leaves_newer_tokens_alone_and_settling_again_does_nothing()
    {
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 5, default);
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 5, default);
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 2, default);

        (await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "late", 5))).ShouldBe(FencedWrite.Superseded);
        (await ReplaceAsync(Monday, 6, Row(Monday, FirstGame, "a", 6))).ShouldBe(FencedWrite.Written);
    }

    [SkippableFact]
    public async Task What_one_instance_settled_another_cannot_write()
    {
        await Other.SettleAsync(Samples, new Partition(Monday), 5, default);

        (await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "late", 5))).ShouldBe(FencedWrite.Superseded);
    }

    [SkippableFact]
    public async Task Dates_do_not_touch_each_other_neither_in_rows_nor_in_fences()
    {
        await ReplaceAsync(Monday, 7, Row(Monday, FirstGame, "monday", 7));
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 9, default);

        (await ReplaceAsync(Tuesday, 1, Row(Tuesday, FirstGame, "tuesday", 1))).ShouldBe(FencedWrite.Written);
        await ReplaceAsync(Tuesday, 2);

        (await SamplesAsync()).ShouldBe(["monday:7"]);
    }

    [SkippableFact]
    public async Task Games_of_a_date_do_not_touch_each_other_neither_in_rows_nor_in_fences()
    {
        await ReplaceAsync(new Partition(Monday, FirstGame), 7, Row(Monday, FirstGame, "a", 7), Row(Monday, FirstGame, "b", 7));
        await Warehouse.SettleAsync(Samples, new Partition(Monday, FirstGame), 9, default);

        (await ReplaceAsync(new Partition(Monday, SecondGame), 1, Row(Monday, SecondGame, "a", 1))).ShouldBe(FencedWrite.Written);
        (await SamplesAsync()).ShouldBe(["a:7", "b:7", "a:1"]);

        (await ReplaceAsync(new Partition(Monday, FirstGame), 10)).ShouldBe(FencedWrite.Written);
        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [SkippableFact]
    public async Task Tables_do_not_share_fences()
    {
        await Warehouse.SettleAsync(Samples, new Partition(Monday), 9, default);

        (await MergeAsync(1, ["wins"], Stand("BOS", 1, null))).ShouldBe(FencedWrite.Written);
    }

    [SkippableFact]
    public async Task A_merge_is_fenced_like_a_replace()
    {
        await MergeAsync(1, ["wins"], Stand("BOS", 1, null));
        await Warehouse.SettleAsync(Standings, new Partition(Monday), 2, default);

        (await MergeAsync(2, ["wins"], Stand("BOS", 2, null), Stand("LAL", 2, null))).ShouldBe(FencedWrite.Superseded);
        (await ReadAsync<Standing>()).ShouldHaveSingleItem().Wins.ShouldBe(1);
        (await MergeAsync(3, ["wins"], Stand("BOS", 3, null))).ShouldBe(FencedWrite.Written);
    }

    [SkippableFact]
    public async Task A_write_under_way_while_its_token_is_settled_is_visible_before_the_settling_returns_or_never()
    {
        for (var token = 1; token <= Rounds(60); token++)
        {
            var name = token.ToString(CultureInfo.InvariantCulture);
            var rows = Enumerable.Range(0, 20).Select(n => Row(Monday, FirstGame, $"{name}-{n}", token)).ToArray();
            var write = Task.Run(() => ReplaceAsync(Monday, token, rows));
            await Task.Run(() => Other.SettleAsync(Samples, new Partition(Monday), token, default));
            var atSettling = await SamplesAsync();

            var outcome = await write;

            var afterwards = await SamplesAsync();
            afterwards.ShouldBe(atSettling);
            afterwards.Any(row => row.StartsWith(name + "-", StringComparison.Ordinal)).ShouldBe(outcome == FencedWrite.Written);
        }
    }

    [SkippableFact]
    public async Task Of_many_tokens_under_way_none_that_was_settled_becomes_visible_afterwards()
    {
        for (var round = 0; round < Rounds(20); round++)
        {
            var first = (round * 10) + 1;
            var writes = Enumerable.Range(first, 8).Select(token => Task.Run(() => Batched(token % 2 == 0 ? Warehouse : Other, token))).ToArray();
            await Task.WhenAll(Enumerable.Range(first, 8).Select(token => Task.Run(() => Warehouse.SettleAsync(Samples, new Partition(Monday), token, default))));
            var atSettling = await SamplesAsync();

            await Task.WhenAll(writes);

            (await SamplesAsync()).ShouldBe(atSettling);
        }

        // Whether it was written or refused for now is not asked here: only that it cannot be seen later.
        async Task Batched(IWarehouse warehouse, long token)
        {
            try
            {
                await warehouse.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), token, Batch(token, Row(Monday, FirstGame, "a", token))), default);
            }
            catch (TransientException) when (MayRefuseForNow)
            {
            }
        }
    }
}
