using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class CaptureArchiveTests
{
    private const string Scraper = "source";
    private static readonly GameDate Date = new(2026, 1, 15);

    private readonly InMemoryObjectStore _objects = new();
    private readonly InMemoryStateStore _state = new(new FakeTimeProvider());
    private readonly CaptureArchive _archive;

    public CaptureArchiveTests() => _archive = new CaptureArchive(_objects, _state);

    [Fact]
    public async Task What_was_put_and_never_committed_is_read_by_nobody()
    {
        await _archive.PutAsync(Scraper, Date, [Payload("a")], Date.At(10), Date.At(10), default);
        (await _archive.ReadAsync(Scraper, Date, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Payloads_come_oldest_first_and_of_one_instant_as_they_were_brought()
    {
        await CaptureAsync(Date.At(12), Date.At(12), "d");
        await CaptureAsync(Date.At(11), Date.At(12), "c");
        await CaptureAsync(Date.At(10), Date.At(10), "b", "a", "b");
        (await TextsAsync()).ShouldBe(["b", "a", "c", "d"]);
    }

    [Fact]
    public async Task The_hash_of_captures_does_not_hang_on_the_order_in_which_they_are_given()
    {
        var captures = await CaptureAsync(Date.At(10), Date.At(10), "b", "a");
        CaptureArchive.HashOf(captures).ShouldBe(CaptureArchive.HashOf([.. captures.Reverse()]));
        CaptureArchive.HashOf(captures).ShouldNotBe(CaptureArchive.HashOf([captures[0]]));
    }

    [Fact]
    public async Task A_correction_is_what_the_newest_capture_before_did_not_say_of_the_item()
    {
        var first = await CaptureAsync(Date.At(10), Date.At(10), "a");
        CaptureArchive.Corrections([Payload("a"), Payload("b")], first, Date.At(11)).Select(Text).ShouldBe(["b"]);

        // Taken back: the first word is news again after the second one.
        var second = await CaptureAsync(Date.At(11), Date.At(11), "b");
        CaptureArchive.Corrections([Payload("a")], [.. first, .. second], Date.At(12)).Select(Text).ShouldBe(["a"]);
        CaptureArchive.Corrections([Payload("b")], [.. first, .. second], Date.At(12)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_captured_at_the_same_instant_or_later_or_of_another_item_makes_nothing_old()
    {
        var known = await CaptureAsync(Date.At(10), Date.At(10), "a");
        CaptureArchive.Corrections([Payload("a")], known, Date.At(10)).Count.ShouldBe(1);
        CaptureArchive.Corrections([Payload("a")], known, Date.At(9)).Count.ShouldBe(1);
        CaptureArchive.Corrections([Payload("a") with { Item = "0022500001" }], known, Date.At(11)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_refused_is_kept_where_nothing_reads_it()
    {
        await _archive.KeepRefusedAsync(Scraper, Date, [Payload("no")], Date.At(10), default);
        (await _objects.ListAsync($"refused/{Scraper}/{Date}/", default)).Count.ShouldBe(1);
        (await _objects.ListAsync($"{Scraper}/", default)).ShouldBeEmpty();
        (await _archive.ReadAsync(Scraper, Date, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_object_that_is_not_what_was_captured_is_refused()
    {
        var capture = (await CaptureAsync(Date.At(10), Date.At(10), "a"))[0];
        await CommitAsync(capture with { Hash = "another" });
        (await Should.ThrowAsync<PermanentException>(() => _archive.ReadAsync(Scraper, Date, default))).Message.ShouldContain("is not what was captured");
    }

    private static string Text(FetchedPayload payload) => Encoding.UTF8.GetString(payload.Bytes.Span);

    private static FetchedPayload Payload(string text) => new(Encoding.UTF8.GetBytes(text), new Dictionary<string, string>(StringComparer.Ordinal));

    private async Task<IReadOnlyList<CaptureDocument>> CaptureAsync(DateTimeOffset asOf, DateTimeOffset capturedAt, params string[] texts)
    {
        CaptureDocument[] captures = [.. (await _archive.PutAsync(Scraper, Date, [.. texts.Select(Payload)], asOf, capturedAt, default)).Values];
        foreach (var capture in captures)
        {
            await CommitAsync(capture);
        }

        return captures;
    }

    private Task CommitAsync(CaptureDocument capture) => _state.CommitAsync(
        [new DocumentWrite(CaptureDocument.PathOf(Scraper, Date, capture.Path[(capture.Path.LastIndexOf('/') + 1)..]), StateJson.Write(capture), Precondition.None)], default);

    private async Task<IReadOnlyList<string>> TextsAsync() => [.. (await _archive.ReadAsync(Scraper, Date, default)).Select(payload => Encoding.UTF8.GetString(payload.Bytes.Span))];
}
