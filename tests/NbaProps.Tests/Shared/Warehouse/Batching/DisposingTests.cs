using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse.Batching;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

/// <summary>The end of a writer: nothing is lost silently.</summary>
public sealed class DisposingTests
{
    private readonly LogWarehouse _log = new();
    private readonly BatchWriter<SampleLogRow> _writer;

    public DisposingTests() => _writer = new BatchWriter<SampleLogRow>(_log, Samples.Lineage, new ManualTime());

    [Fact]
    public async Task Disposing_writes_what_waits()
    {
        await _writer.AddAsync(Samples.Log("a"), default);
        await _writer.DisposeAsync();
        _log.Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Disposing_throws_when_rows_could_not_be_stored_and_they_can_still_be_had()
    {
        _log.IsDown = true;
        await _writer.AddAsync(Samples.Log("a"), default);
        (await Should.ThrowAsync<TransientException>(async () => await _writer.DisposeAsync())).Message
            .ShouldBe("nba_test.sample_log: 1 rows could not be stored: the log does not answer");
        _writer.Waiting.Single().EventId.ShouldBe("a");
    }

    [Fact]
    public async Task Disposing_throws_for_good_when_the_log_does_not_exist()
    {
        _log.IsMissing = true;
        await _writer.AddAsync(Samples.Log("a"), default);
        (await Should.ThrowAsync<PermanentException>(async () => await _writer.DisposeAsync())).Message.ShouldEndWith("there is no such log");
    }

    [Fact]
    public async Task Disposing_throws_when_nobody_has_taken_the_refused_rows()
    {
        await _writer.AddAsync(Samples.Log("a", points: -1), default);
        (await Should.ThrowAsync<PermanentException>(async () => await _writer.DisposeAsync())).Message.ShouldContain("1 rows were refused and nobody took them; the first: ");
    }

    [Fact]
    public async Task Disposing_twice_does_nothing_more()
    {
        _log.IsDown = true;
        await _writer.AddAsync(Samples.Log("a"), default);
        await Should.ThrowAsync<TransientException>(async () => await _writer.DisposeAsync());
        await _writer.DisposeAsync();
        _log.Batches.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_disposed_writer_takes_nothing()
    {
        await _writer.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => _writer.AddAsync(Samples.Log("a"), default));
        await Should.ThrowAsync<ObjectDisposedException>(() => _writer.FlushAsync(default));
    }
}
