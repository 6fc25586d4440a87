using System.Globalization;

using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public abstract partial class WarehouseContract
{
    [SkippableFact]
    public async Task Readers_see_the_old_or_the_new_partition_and_never_a_mixture()
    {
        const int Rows = 50;
        await ReplaceAsync(Monday, 1, Version(1));
        var writing = Task.Run(async () =>
        {
            for (var token = 2; token <= Rounds(60); token++)
            {
                (await ReplaceAsync(Monday, token, Version(token))).ShouldBe(FencedWrite.Written);
            }
        });

        var last = 0L;
        while (!writing.IsCompleted)
        {
            var numbers = (await ReadAsync<Sample>(Other)).Select(row => row.Number!.Value).ToArray();
            numbers.Length.ShouldBe(Rows);
            numbers.Distinct().ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(last);
            last = numbers[0];
        }

        await writing;

        static Sample[] Version(int version) =>
            [.. Enumerable.Range(0, Rows).Select(n => Row(Monday, FirstGame, string.Create(CultureInfo.InvariantCulture, $"{n:00}"), version))];
    }

    [SkippableFact]
    public async Task What_one_instance_wrote_another_reads_at_once()
    {
        for (var token = 1; token <= Rounds(20); token++)
        {
            await ReplaceAsync(Monday, token, Row(Monday, FirstGame, "a", token));

            (await SamplesAsync(Other)).ShouldBe([$"a:{token.ToString(CultureInfo.InvariantCulture)}"]);
        }
    }

    [SkippableFact]
    public async Task Many_partitions_of_several_tables_are_written_at_once_from_several_instances()
    {
        var games = Enumerable.Range(0, AtOnce).Select(n => Domain.GameId.Parse((22500000 + n + 1).ToString("0000000000", CultureInfo.InvariantCulture))).ToArray();

        var outcomes = await Task.WhenAll(games.Select((game, n) => Task.Run(() => UntilWrittenAsync(token =>
        {
            var write = new PartitionWrite(Samples, new Partition(Monday, game), token, Batch(token, Row(Monday, game, "a", n), Row(Monday, game, "b", n)));
            return (n % 2 == 0 ? Warehouse : Other).ReplaceAsync(write, default);
        }))));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Task.Run(() =>
            (n % 2 == 0 ? Warehouse : Other).AppendAsync(Events, Batch(1, Happened("e", n)), default))));

        outcomes.ShouldAllBe(outcome => outcome == FencedWrite.Written);
        (await ReadAsync<Sample>()).Count.ShouldBe(2 * AtOnce);
        (await LoggedAsync(AtOnce)).Count.ShouldBe(AtOnce);
    }

    // Of several that change one partition at once a warehouse may refuse some for now: they are tried again under a new token, as the runtime does.
    private async Task<FencedWrite> UntilWrittenAsync(Func<long, Task<FencedWrite>> writeAsync)
    {
        const int Tries = 10;
        for (var token = 1L; ; token++)
        {
            try
            {
                return await writeAsync(token);
            }
            catch (TransientException) when (MayRefuseForNow && token < Tries)
            {
            }
        }
    }
}
