using System.Globalization;

using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Batching;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

public sealed class BatchWriterTests
{
    private static readonly BatchWriterOptions Small = new() { MaxRows = 3, Capacity = 5, RetryDelay = TimeSpan.FromSeconds(5), MaxAge = TimeSpan.FromSeconds(30) };
    private readonly LogWarehouse _log = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Rows_wait_until_there_are_enough_of_them()
    {
        var writer = Writer();
        await AddAsync(writer, "a", "b");
        _log.Batches.ShouldBeEmpty();
        await AddAsync(writer, "c");
        _log.Ids.ShouldBe(["a", "b", "c"]);
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 3, Stored: 3, Flushes: 1));
    }

    [Fact]
    [Trait("Incident", "I-04")]
    public async Task A_days_log_is_a_handful_of_writes_and_not_one_for_each_row()
    {
        var writer = Writer(new BatchWriterOptions());
        await AddAsync(writer, [.. Enumerable.Range(0, 2_466).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        await writer.FlushAsync(default);
        (_log.Rows.Count, _log.Batches.Count).ShouldBe((2_466, 5));
    }

    [Fact]
    public async Task Rows_wait_until_they_are_large_enough()
    {
        var writer = Writer(Small with { MaxBytes = 2_000 });
        await writer.AddAsync(Samples.Log("a", note: new string('x', 900)), default);
        _log.Batches.ShouldBeEmpty();
        await writer.AddAsync(Samples.Log("b", note: new string('x', 900)), default);
        _log.Batches.Select(batch => batch.Count).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Rows_wait_until_the_oldest_is_old_enough()
    {
        var writer = Writer();
        await AddAsync(writer, "a");
        _time.Advance(TimeSpan.FromSeconds(29));
        (await writer.TickAsync(default)).Left.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await writer.TickAsync(default)).ShouldBe(new FlushOutcome(Stored: 1, Refused: 0, Left: 0));
    }

    [Fact]
    public async Task The_age_is_looked_at_when_a_row_is_added()
    {
        var writer = Writer();
        await AddAsync(writer, "a");
        _time.Advance(TimeSpan.FromSeconds(30));
        await AddAsync(writer, "b");
        _log.Ids.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Each_row_carries_the_lineage_of_the_run_and_the_time_of_its_write()
    {
        var writer = Writer();
        await AddAsync(writer, "a");
        _time.Advance(TimeSpan.FromSeconds(10));
        await writer.FlushAsync(default);
        _log.Rows.Single()[^5..].ShouldBe(["run-1", "chain-1", Samples.Noon.AddSeconds(10), 7L, 3L]);
    }

    [Fact]
    public async Task What_a_failed_write_could_not_store_goes_with_the_next_in_order()
    {
        var writer = Writer();
        _log.Script.Enqueue(Fault.Before);
        await AddAsync(writer, "a", "b", "c");
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 3, Buffered: 3, Retained: 3, Flushes: 1, Failures: 1));
        await AddAsync(writer, "d");
        writer.Waiting.Select(row => row.EventId).ShouldBe(["a", "b", "c", "d"]);
        (await writer.FlushAsync(default)).ShouldBe(new FlushOutcome(Stored: 4, Refused: 0, Left: 0));
        _log.Ids.ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public async Task A_failed_flush_says_why_and_how_many_rows_wait()
    {
        var writer = Writer();
        _log.IsDown = true;
        await AddAsync(writer, "a", "b");
        var outcome = await writer.FlushAsync(default);
        outcome.IsComplete.ShouldBeFalse();
        outcome.Left.ShouldBe(2);
        outcome.Failure!.Message.ShouldBe("the log does not answer");
    }

    [Fact]
    public async Task A_store_that_is_down_is_not_asked_again_by_every_row()
    {
        var writer = Writer();
        _log.IsDown = true;
        await AddAsync(writer, "a", "b", "c", "d", "e");
        _log.Batches.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(5));
        await writer.TickAsync(default);
        _log.Batches.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_full_writer_turns_rows_away_while_the_store_is_down_and_says_so()
    {
        var writer = Writer();
        _log.IsDown = true;
        await AddAsync(writer, "a", "b", "c", "d", "e");
        var outcome = await writer.AddAsync(Samples.Log("f"), default);
        outcome.ShouldBe(new AddOutcome(
            AddVerdict.Full, "nba_test.sample_log: 5 rows wait and 0 refused ones, the writer holds 5; the last write failed: the log does not answer"));
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 5, Buffered: 5, Retained: 3, TurnedAway: 1, Flushes: 1, Failures: 1));
    }

    [Fact]
    public async Task A_full_writer_writes_before_it_takes_the_next_row()
    {
        var writer = Writer();
        _log.IsDown = true;
        await AddAsync(writer, "a", "b", "c", "d", "e");
        _log.IsDown = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        (await writer.AddAsync(Samples.Log("f"), default)).ShouldBe(AddOutcome.Accepted);
        _log.Ids.ShouldBe(["a", "b", "c", "d", "e"]);
        writer.Waiting.Single().EventId.ShouldBe("f");
    }

    [Fact]
    public async Task A_lost_answer_may_double_rows_but_loses_none()
    {
        var writer = Writer();
        _log.Script.Enqueue(Fault.After);
        await AddAsync(writer, "a", "b", "c");
        await writer.FlushAsync(default);
        _log.Ids.ShouldBe(["a", "b", "c", "a", "b", "c"]);
        writer.Counters.Stored.ShouldBe(3);
    }

    [Fact]
    public async Task Cancelling_leaves_the_rows_where_they_are()
    {
        var writer = Writer();
        await AddAsync(writer, "a");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => writer.FlushAsync(cancelled.Token));
        writer.Counters.ShouldBe(new BatchWriterCounters(Added: 1, Buffered: 1, Retained: 1, Flushes: 1, Failures: 1));
        (await writer.FlushAsync(default)).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_defect_is_thrown_and_the_rows_stay()
    {
        var writer = Writer();
        await AddAsync(writer, "a");
        _log.Defect = new InvalidOperationException("a mistake");
        await Should.ThrowAsync<InvalidOperationException>(() => writer.FlushAsync(default));
        _log.Defect = null;
        await writer.FlushAsync(default);
        _log.Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task An_answer_that_does_not_add_up_settles_nothing()
    {
        var writer = Writer();
        _log.Answer = outcome => outcome with { Stored = outcome.Stored - 1 };
        await AddAsync(writer, "a", "b");
        (await Should.ThrowAsync<InvalidOperationException>(() => writer.FlushAsync(default))).Message.ShouldContain("answered 1 stored and 0 refused for 2 rows");
        writer.Counters.Buffered.ShouldBe(2);
    }

    [Fact]
    public async Task Calls_that_overlap_are_refused()
    {
        BatchWriter<SampleLogRow>? writer = null;
        writer = Writer(onRefused: _ => writer!.TakeRefused());
        (await Should.ThrowAsync<InvalidOperationException>(() => writer.AddAsync(Samples.Log(points: -1), default))).Message.ShouldContain("overlap");
        writer.Counters.Refused.ShouldBe(1);
        writer.Refused.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_a_log_is_appended_to() =>
        Should.Throw<InvalidOperationException>(() => new BatchWriter<SampleQuoteRow>(_log, Samples.Lineage, _time)).Message
            .ShouldBe("nba_test.sample_quotes is Replaced: only a log is appended to.");

    [Fact]
    public void An_option_outside_its_range_is_refused_with_the_range() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Writer(Small with { MaxRows = 50_001 })).Message.ShouldStartWith("MaxRows is accepted from 1 to 50000.");

    private BatchWriter<SampleLogRow> Writer(BatchWriterOptions? options = null, Action<RefusedLogRow<SampleLogRow>>? onRefused = null) =>
        new(_log, Samples.Lineage, _time, options ?? Small, onRefused);

    private static async Task AddAsync(BatchWriter<SampleLogRow> writer, params string[] ids)
    {
        foreach (var id in ids)
        {
            (await writer.AddAsync(Samples.Log(id), default)).ShouldBe(AddOutcome.Accepted);
        }
    }
}
