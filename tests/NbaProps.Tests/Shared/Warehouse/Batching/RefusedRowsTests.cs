using NbaProps.Shared.Warehouse.Batching;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

/// <summary>A row that cannot be stored is handed back with its reason and holds up nobody else.</summary>
public sealed class RefusedRowsTests
{
    private readonly LogWarehouse _log = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_row_that_breaks_a_rule_is_refused_before_it_is_buffered()
    {
        var writer = Writer();
        var outcome = await writer.AddAsync(Samples.Log("a", points: 1001), default);
        outcome.ShouldBe(new AddOutcome(AddVerdict.Refused, "nba_test.sample_log.points: is 1001, accepted is 0 to 1000 (game_date=2025-01-05, event_id=a)"));
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 1, Refused: 1));
        writer.Refused.Single().Row.EventId.ShouldBe("a");
    }

    [Fact]
    public async Task A_row_larger_than_a_write_is_refused()
    {
        var writer = Writer(new BatchWriterOptions { MaxBytes = 1_000 });
        (await writer.AddAsync(Samples.Log("a", note: new string('ü', 500)), default)).Reason!.ShouldContain("bytes, a write carries 1000 (game_date=2025-01-05, event_id=a)");
    }

    [Fact]
    public async Task A_row_that_the_log_refuses_is_handed_back_and_the_others_are_stored()
    {
        var writer = Writer();
        await AddAsync(writer, "a", "b:refused", "c");
        (await writer.FlushAsync(default)).ShouldBe(new FlushOutcome(Stored: 2, Refused: 1, Left: 0));
        _log.Ids.ShouldBe(["a", "c"]);
        var refused = writer.TakeRefused().Single();
        (refused.Row.EventId, refused.Reason, refused.MayBeStored).ShouldBe(("b", "the log refuses it", false));
        writer.Refused.ShouldBeEmpty();
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 3, Stored: 2, Refused: 1, Flushes: 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    public async Task The_row_for_which_a_whole_batch_is_refused_is_found_by_halving(int poison)
    {
        var writer = Writer();
        await AddAsync(writer, Enumerable.Range(0, 16).Select(index => index == poison ? $"{index:00}:poison" : $"{index:00}").ToArray());
        (await writer.FlushAsync(default)).ShouldBe(new FlushOutcome(Stored: 15, Refused: 1, Left: 0));
        _log.Ids.ShouldBe(Enumerable.Range(0, 16).Where(index => index != poison).Select(index => $"{index:00}"));
        writer.Refused.Single().Reason.ShouldBe("one of the rows is poison");
        _log.Batches.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Several_poisonous_rows_are_found()
    {
        var writer = Writer();
        await AddAsync(writer, "a:poison", "b:poison", "c", "d:poison", "e");
        await writer.FlushAsync(default);
        _log.Ids.ShouldBe(["c", "e"]);
        writer.TakeRefused().Select(row => row.Row.EventId).ShouldBe(["a", "b", "d"]);
    }

    [Fact]
    public async Task A_log_that_does_not_exist_is_no_fault_of_the_rows()
    {
        var writer = Writer();
        _log.IsMissing = true;
        await AddAsync(writer, Enumerable.Range(0, 100).Select(index => $"{index:000}").ToArray());
        var outcome = await writer.FlushAsync(default);
        (outcome.Left, outcome.Refused, outcome.Failure!.Message).ShouldBe((100, 0, "there is no such log"));
        _log.Batches.Count.ShouldBeLessThan(24);
        _log.IsMissing = false;
        (await writer.FlushAsync(default)).Stored.ShouldBe(100);
    }

    [Fact]
    public async Task A_single_row_is_blamed_only_when_the_log_has_taken_others()
    {
        var writer = Writer();
        await AddAsync(writer, "a:poison");
        (await writer.FlushAsync(default)).Left.ShouldBe(1);
        await AddAsync(writer, "b");
        (await writer.FlushAsync(default)).IsComplete.ShouldBeTrue();
        await AddAsync(writer, "c:poison");
        (await writer.FlushAsync(default)).IsComplete.ShouldBeTrue();
        writer.TakeRefused().Select(row => row.Row.EventId).ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task A_row_refused_after_a_lost_answer_may_be_stored()
    {
        var writer = Writer();
        _log.Script.Enqueue(Fault.After);
        await AddAsync(writer, "a");
        await writer.FlushAsync(default);
        _log.Answer = _ => new(0, [new(0, "the key is taken")]);
        await writer.FlushAsync(default);
        writer.TakeRefused().Single().MayBeStored.ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_takes_the_refused_rows()
    {
        var taken = new List<string>();
        var writer = new BatchWriter<SampleLogRow>(_log, Samples.Lineage, _time, onRefused: row => taken.Add(row.Row.EventId));
        await AddAsync(writer, "a", "b:refused");
        await writer.AddAsync(Samples.Log("c", points: -1), default);
        await writer.DisposeAsync();
        taken.ShouldBe(["c", "b"]);
    }

    [Fact]
    public async Task A_callback_that_throws_loses_no_row()
    {
        var calls = 0;
        var writer = new BatchWriter<SampleLogRow>(_log, Samples.Lineage, _time, onRefused: _ => throw new InvalidOperationException($"{++calls}"));
        await AddAsync(writer, "a:refused", "b:refused", "c");
        await Should.ThrowAsync<InvalidOperationException>(() => writer.FlushAsync(default));
        writer.Refused.Count.ShouldBe(2);
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 3, Stored: 1, Refused: 2, Flushes: 1, Failures: 1));
    }

    [Fact]
    public async Task Refused_rows_that_nobody_takes_fill_the_writer()
    {
        var writer = Writer(new BatchWriterOptions { MaxRows = 2, Capacity = 2 });
        await AddAsync(writer, "a:refused", "b:refused");
        (await writer.AddAsync(Samples.Log("c"), default)).ShouldBe(new AddOutcome(
            AddVerdict.Full, "nba_test.sample_log: 2 refused rows wait to be taken, the writer holds 2."));
        writer.TakeRefused().Count.ShouldBe(2);
        (await writer.AddAsync(Samples.Log("c"), default)).ShouldBe(AddOutcome.Accepted);
    }

    private BatchWriter<SampleLogRow> Writer(BatchWriterOptions? options = null) => new(_log, Samples.Lineage, _time, options);

    private static async Task AddAsync(BatchWriter<SampleLogRow> writer, params string[] rows)
    {
        foreach (var row in rows)
        {
            var parts = row.Split(':');
            (await writer.AddAsync(Samples.Log(parts[0], note: parts.ElementAtOrDefault(1)), default)).ShouldBe(AddOutcome.Accepted);
        }
    }
}
