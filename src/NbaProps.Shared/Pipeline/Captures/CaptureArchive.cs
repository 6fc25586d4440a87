using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Captures;

/// <summary>
/// What scrapers captured: immutable objects, of which those count that a capture document names. Putting an object makes nobody read it; the document
/// that is returned for it does, once it is committed.
/// </summary>
internal sealed class CaptureArchive(IObjectStore objects, IStateStore state)
{
    // A day's captures are listed again with each that comes.
    private readonly DocumentRecords<CaptureDocument> _records = new(capacity: 5_000);

    /// <summary>The captures of a scraper that count for a date, in no particular order.</summary>
    public async Task<IReadOnlyList<CaptureDocument>> ListAsync(string scraper, GameDate date, CancellationToken cancellationToken)
    {
        var documents = await state.QueryAsync(CaptureDocument.QueryFor(scraper, date), cancellationToken);
        return [.. documents.Select(_records.Of)];
    }

    /// <summary>Their payloads, oldest first; of one instant those of the earlier moment first, then in the order in which they came.</summary>
    /// <exception cref="PermanentException">The archive lacks one, or has something else than what was captured.</exception>
    public async Task<IReadOnlyList<CapturedPayload>> ReadAsync(string scraper, GameDate date, CancellationToken cancellationToken)
    {
        var payloads = new List<CapturedPayload>();
        foreach (var capture in InOrder(await ListAsync(scraper, date, cancellationToken)))
        {
            var stored = await objects.GetAsync(capture.Path, cancellationToken)
                ?? throw new PermanentException($"The archive has no {capture.Path}, which was captured at {capture.CapturedAt:O}.");
            if (!string.Equals(ContentHash.Of(stored.Bytes.Span), capture.Hash, StringComparison.Ordinal))
            {
                throw new PermanentException($"The archive's {capture.Path} is not what was captured: its hash is not {capture.Hash}.");
            }

            payloads.Add(new CapturedPayload(capture.Path, capture.CapturedAt, stored.Bytes, stored.Metadata) { AsOf = capture.AsOf, Item = capture.Item });
        }

        return payloads;
    }

    /// <summary>Those of some payloads that do not say of their item what the newest capture from before an instant said of it.</summary>
    /// <param name="payloads">What a scrape brought.</param>
    /// <param name="known">The captures that count.</param>
    /// <param name="before">The instant. What was captured at it is not looked at: a scrape of the same instant takes its place.</param>
    public static IReadOnlyList<FetchedPayload> Corrections(IReadOnlyList<FetchedPayload> payloads, IReadOnlyList<CaptureDocument> known, DateTimeOffset before)
    {
        // Of payloads that are told apart by nothing but their place in the scrape, each is compared with all of the newest scrape.
        var newest = known.Where(capture => capture.CapturedAt < before)
            .GroupBy(capture => capture.Item, StringComparer.Ordinal)
            .SelectMany(item => item.GroupBy(capture => capture.CapturedAt).MaxBy(scrape => scrape.Key)!)
            .Select(capture => (capture.Item, capture.Hash))
            .ToHashSet();
        return [.. payloads.Where(payload => !newest.Contains((payload.Item, ContentHash.Of(payload.Bytes.Span))))];
    }

    /// <summary>Puts payloads into the archive.</summary>
    /// <param name="source">The source's folder in the archive.</param>
    /// <param name="date">The game date.</param>
    /// <param name="payloads">The payloads; of two that are equal the first counts.</param>
    /// <param name="asOf">The moment of the game day that they were fetched for.</param>
    /// <param name="capturedAt">When the upstream answered, by the game clock.</param>
    /// <param name="cancellationToken">Ends it; what was put stays, and counts for nothing.</param>
    /// <returns>Their documents by path, to be committed.</returns>
    public async Task<SortedDictionary<string, CaptureDocument>> PutAsync(
        string source, GameDate date, IReadOnlyList<FetchedPayload> payloads, DateTimeOffset asOf, DateTimeOffset capturedAt, CancellationToken cancellationToken)
    {
        var captures = new SortedDictionary<string, CaptureDocument>(StringComparer.Ordinal);
        foreach (var payload in payloads)
        {
            var hash = ContentHash.Of(payload.Bytes.Span);
            var path = $"{source}/{date}/{Stamp(capturedAt)}_{hash}";
            await objects.PutIfAbsentAsync(path, new StoredObject(payload.Bytes, payload.Metadata), cancellationToken);
            captures.TryAdd(path, new CaptureDocument { Path = path, AsOf = asOf, CapturedAt = capturedAt, Hash = hash, Order = captures.Count, Item = payload.Item });
        }

        return captures;
    }

    /// <summary>Keeps what was refused beside the archive, where nothing reads it: whoever looks into a changed source finds what it said.</summary>
    public async Task KeepRefusedAsync(string source, GameDate date, IEnumerable<FetchedPayload> payloads, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var payload in payloads)
        {
            var path = $"refused/{source}/{date}/{Stamp(at)}_{ContentHash.Of(payload.Bytes.Span)}";
            await objects.PutIfAbsentAsync(path, new StoredObject(payload.Bytes, payload.Metadata), cancellationToken);
        }
    }

    /// <summary>Hash of what captures say, in whatever order they are given.</summary>
    public static string HashOf(IReadOnlyList<CaptureDocument> captures) => captures.Count == 0
        ? Warehouse.ContentHashing.Empty
        : ContentHash.Of([.. InOrder(captures).SelectMany(capture => new[] { capture.Path, capture.Hash })]);

    private static IOrderedEnumerable<CaptureDocument> InOrder(IEnumerable<CaptureDocument> captures) =>
        captures.OrderBy(capture => capture.CapturedAt).ThenBy(capture => capture.AsOf).ThenBy(capture => capture.Order);

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
