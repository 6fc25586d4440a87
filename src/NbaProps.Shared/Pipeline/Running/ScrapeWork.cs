using System.Globalization;

using NbaProps.Domain;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// The work of a scraper: fetch for the newest trigger that is not covered, archive the bytes, and commit which objects count. An object
/// is immutable and counts only by its capture document, so that there is nothing to settle.
/// </summary>
internal sealed class ScrapeWork(IScraper scraper, IUpstream upstream, InputLoader loader, IObjectStore objects, IStateStore state, GameClock clock, TimeProvider time) : IUnitWork
{
    public ProcessorDeclaration Declaration => scraper.Declaration;

    public bool WritesBeforeCommit => false;

    private string Source => ((OutputDeclaration.ToArchive)Declaration.Output).Source;

    public Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken)
    {
        var visits = task.Inputs.Visits;
        if (visits.Count == 0)
        {
            // A day of which only the results were asked for: what this scraper's moments would have brought is gone.
            return new Product(RunState.NoData, $"the day was not looked at by {string.Join(" or ", Declaration.Triggers)}", HashOf([]), 0, task.Day.AsOf);
        }

        var known = await KnownAsync(Declaration.Name, task, cancellationToken);
        var inputs = await loader.LoadAsync(Declaration, task, cancellationToken);

        // What an earlier moment would have brought is gone when a later one has come: the newest uncovered one speaks for both.
        var due = visits.LastOrDefault(visit => task.Before.Covered.GetValueOrDefault(visit.Trigger.ToString()) < visit.Visit);
        if (due is null && task.Before.Outcome.HasOutput())
        {
            // Another table has changed, or the declaration has: nothing of what the upstream said then would be said otherwise now.
            return new Product(task.Before.Outcome, task.Before.Reason, HashOf(known), known.Count, task.Before.AsOf ?? task.Day.AsOf) { Confirmed = inputs.Confirm };
        }

        due ??= visits[^1];
        if (!clock.HasComeTo(due.AsOf))
        {
            // Whoever walks past days stands at an earlier moment now, or at none yet: what the source said there would pass for what it says then.
            throw new TransientException(string.Create(
                CultureInfo.InvariantCulture, $"{task.Unit} is due for {due.Trigger}, {due.AsOf:u}; the game clock is at {clock.Now:u}. It is asked for when the clock has come there"));
        }

        var seen = new List<FetchedPayload>();
        var context = new ScrapeContext(task.Unit.Partition.Date, due.AsOf, new KeptUpstream(upstream, task.KeepAsync, seen))
        {
            Inputs = inputs,
            Through = other => new KeptUpstream(other, task.KeepAsync, null),
            Lookup = new KeptUpstream(upstream, task.KeepAsync, null),
            PauseAsync = async (duration, token) =>
            {
                await task.KeepAsync(token);
                await Pause.ForAsync(duration, time, token);
                await task.KeepAsync(token);
            },
            Captured = await CapturedAsync(task, due, known, cancellationToken),
        };
        Scrape scrape;
        try
        {
            scrape = await scraper.FetchAsync(context, cancellationToken);
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            await KeepRefusedAsync(seen, [], task, cancellationToken);
            throw;
        }

        await KeepRefusedAsync(seen, scrape.Payloads, task, cancellationToken);

        // A scraper that was late, or is asked again, saw the upstream later than the moment it speaks for: that is when its quotes were seen.
        var now = clock.Now;
        var capturedAt = now > due.AsOf ? now : due.AsOf;
        await task.KeepAsync(cancellationToken);
        var fresh = await ArchiveAsync(scrape, task, due, capturedAt, cancellationToken);

        // An upstream that stands at an instant says all that it had then: what it no longer brings does not count any more. Another instant's
        // captures are not its to take back.
        var gone = known.Where(capture => capture.CapturedAt == capturedAt && capture.AsOf == due.AsOf && !fresh.ContainsKey(capture.Path)).ToArray();
        var all = known.Except(gone).Where(capture => !fresh.ContainsKey(capture.Path)).Concat(fresh.Values).ToArray();
        return new Product(scrape.State, scrape.Reason, HashOf(all), all.Length, due.AsOf)
        {
            Covered = new SortedDictionary<string, int>(visits.ToDictionary(visit => visit.Trigger.ToString(), visit => visit.Visit, StringComparer.Ordinal), StringComparer.Ordinal),
            Confirmed = inputs.Confirm,
            Break = scrape.Break,
            ContractStands = scrape.IsSwitchedOff || (scrape.Break is null && scrape.Payloads.Count > 0),
            Documents =
            [
                .. fresh.Values.Select(capture => new DocumentWrite(PathOf(task, capture), StateJson.Write(capture), Precondition.None)),
                .. gone.Select(capture => new DocumentWrite(PathOf(task, capture), null, Precondition.None)),
            ],
        };
    }

    private async Task<SortedDictionary<string, CaptureDocument>> ArchiveAsync(
        Scrape scrape, UnitTask task, TriggerVisit due, DateTimeOffset capturedAt, CancellationToken cancellationToken)
    {
        var captures = new SortedDictionary<string, CaptureDocument>(StringComparer.Ordinal);
        foreach (var payload in scrape.Payloads)
        {
            var hash = ContentHash.Of(payload.Bytes.Span);
            var path = $"{Source}/{task.Unit.Partition.Date}/{Stamp(capturedAt)}_{hash}";
            await objects.PutIfAbsentAsync(path, new StoredObject(payload.Bytes, payload.Metadata), cancellationToken);
            captures.TryAdd(path, new CaptureDocument { Path = path, AsOf = due.AsOf, CapturedAt = capturedAt, Hash = hash, Order = captures.Count, Item = payload.Item });
        }

        return captures;
    }

    /// <summary>Items that need not be asked for. Asked for anew, all are; at the same instant again, those of that instant are.</summary>
    private async Task<SortedSet<string>> CapturedAsync(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, CancellationToken cancellationToken)
    {
        var items = task.Before.Anew ? [] : known.Where(capture => capture.AsOf < due.AsOf).Select(capture => capture.Item).ToList();
        foreach (var first in Declaration.Inputs.OfType<InputDeclaration.InsteadOf>())
        {
            items.AddRange((await KnownAsync(first.Scraper, task, cancellationToken)).Select(capture => capture.Item));
        }

        return new SortedSet<string>(items.OfType<string>(), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<CaptureDocument>> KnownAsync(string source, UnitTask task, CancellationToken cancellationToken)
    {
        var documents = await state.QueryAsync(CaptureDocument.QueryFor(source, task.Unit.Partition.Date), cancellationToken);
        return documents.Select(document => StateJson.Read<CaptureDocument>(document.Json)).ToArray();
    }

    private DocumentPath PathOf(UnitTask task, CaptureDocument capture) =>
        CaptureDocument.PathOf(Declaration.Name, task.Unit.Partition.Date, capture.Path[(capture.Path.LastIndexOf('/') + 1)..]);

    /// <summary>What was refused is kept beside the archive, where nothing reads it: whoever looks into a changed source finds what it said.</summary>
    private async Task KeepRefusedAsync(List<FetchedPayload> seen, IReadOnlyList<FetchedPayload> taken, UnitTask task, CancellationToken cancellationToken)
    {
        var hashes = taken.Select(payload => ContentHash.Of(payload.Bytes.Span)).ToHashSet(StringComparer.Ordinal);
        foreach (var payload in seen)
        {
            var hash = ContentHash.Of(payload.Bytes.Span);
            if (!hashes.Contains(hash))
            {
                var path = $"refused/{Source}/{task.Unit.Partition.Date}/{Stamp(clock.Now)}_{hash}";
                await objects.PutIfAbsentAsync(path, new StoredObject(payload.Bytes, payload.Metadata), cancellationToken);
            }
        }
    }

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // A scraper may ask for dozens of payloads, each as slow as its source allows: without this, a run that outlasts its lease is overtaken, and so is
    // every one after it.
    private sealed class KeptUpstream(IUpstream upstream, Func<CancellationToken, Task> keepAsync, List<FetchedPayload>? seen) : IUpstream
    {
        public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            await keepAsync(cancellationToken);
            var payload = await upstream.GetAsync(pathAndQuery, cancellationToken);
            if (payload is not null)
            {
                seen?.Add(payload);
            }

            return payload;
        }
    }

    private static string HashOf(IReadOnlyList<CaptureDocument> captures) =>
        captures.Count == 0
            ? Warehouse.ContentHashing.Empty
            : ContentHash.Of([.. captures.OrderBy(capture => capture.CapturedAt).ThenBy(capture => capture.AsOf).ThenBy(capture => capture.Order).SelectMany(capture => new[] { capture.Path, capture.Hash })]);
}
