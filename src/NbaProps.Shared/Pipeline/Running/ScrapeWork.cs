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
    private readonly CaptureArchive _captures = new(objects, state);

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
            return new Product(RunState.NoData, $"the day was not looked at by {string.Join(" or ", Declaration.Triggers)}", CaptureArchive.HashOf([]), 0, task.Day.AsOf);
        }

        var known = await _captures.ListAsync(Declaration.Name, task.Unit.Partition.Date, cancellationToken);
        var inputs = await loader.LoadAsync(Declaration, task, cancellationToken);

        // What an earlier moment would have brought is gone when a later one has come: the newest uncovered one speaks for both.
        var due = visits.LastOrDefault(visit => task.Before.Covered.GetValueOrDefault(visit.Trigger.ToString()) < visit.Visit);
        if (due is null && task.Before.Outcome.HasOutput())
        {
            // Another table has changed, or the declaration has: nothing of what the upstream said then would be said otherwise now.
            return new Product(task.Before.Outcome, task.Before.Reason, CaptureArchive.HashOf(known), known.Count, task.Before.AsOf ?? task.Day.AsOf) { Confirmed = inputs.Confirm };
        }

        due ??= visits[^1];
        try
        {
            return await LookAsync(task, due, known, inputs, cancellationToken);
        }
        catch (Exception failure) when (known.Count > 0 && failure is TransientException or PermanentException)
        {
            return Standing(task, due, known, failure);
        }
    }

    private async Task<Product> LookAsync(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, LoadedInputs inputs, CancellationToken cancellationToken)
    {
        if (!clock.HasComeTo(due.AsOf))
        {
            // Whoever walks past days stands at an earlier moment now, or at none yet: what the source said there would pass for what it says then.
            throw new TransientException(string.Create(
                CultureInfo.InvariantCulture, $"{task.Unit} is due for {due.Trigger}, {due.AsOf:u}; the game clock is at {clock.Now:u}. It is asked for when the clock has come there"));
        }

        var brought = new SortedSet<string>(PartialLook.BroughtAt(task.Before.Partial, due), StringComparer.Ordinal);
        var scrape = await FetchAsync(task, due, known, inputs, brought, cancellationToken);

        // A scraper that was late, or is asked again, saw the upstream later than the moment it speaks for: that is when its quotes were seen.
        var now = clock.Now;
        var capturedAt = now > due.AsOf ? now : due.AsOf;
        await task.KeepAsync(cancellationToken);
        var news = Declaration.OnlyCorrections ? CaptureArchive.Corrections(scrape.Payloads, known, capturedAt) : scrape.Payloads;
        var fresh = await _captures.PutAsync(Source, task.Unit.Partition.Date, news, due.AsOf, capturedAt, cancellationToken);

        // An upstream that stands at an instant says all that it had then: what it no longer brings does not count any more. Another instant's
        // captures are not its to take back, and what it could not be asked for may be there.
        var gone = known
            .Where(capture => scrape.Fault is null && capture.CapturedAt == capturedAt && capture.AsOf == due.AsOf && !fresh.ContainsKey(capture.Path)
                && IsAsked(task, capture) && !(capture.Item is { } item && brought.Contains(item)))
            .ToArray();
        var all = known.Except(gone).Where(capture => !fresh.ContainsKey(capture.Path)).Concat(fresh.Values).ToArray();
        return new Product(scrape.State, scrape.Reason, CaptureArchive.HashOf(all), all.Length, due.AsOf)
        {
            Covered = scrape.Fault is null ? CoveredBy(task.Inputs.Visits) : null,
            Partial = scrape.Fault is null ? null : new PartialLook(PartialLook.VisitOf(due), [.. brought.Union(scrape.Payloads.Select(payload => payload.Item).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            Fault = scrape.Fault,

            // Another attempt at what fails brings the rest once more, where that is not told apart by items: it says nothing of the source's being back.
            IsNews = scrape.Payloads.Count > 0 && (scrape.Fault is null || !string.Equals(task.Before.Partial?.Visit, PartialLook.VisitOf(due), StringComparison.Ordinal)),
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

    /// <summary>
    /// After a look that failed: what was captured at an earlier moment stands, or whoever stands in for an evening that is there would be asked for nothing.
    /// Where all was there and only corrections could have come, all is there still.
    /// </summary>
    private Product Standing(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, Exception failure)
    {
        var stands = Declaration.OnlyCorrections && task.Before.Outcome == RunState.Succeeded ? RunState.Succeeded : RunState.Degraded;
        var reason = string.Create(CultureInfo.InvariantCulture, $"what was captured until {known.Max(capture => capture.CapturedAt):u} stands; the look for {due.Trigger} failed: {failure.Message}");
        return new Product(stands, reason, CaptureArchive.HashOf(known), known.Count, task.Before.AsOf ?? task.Day.AsOf)
        {
            Partial = new PartialLook(PartialLook.VisitOf(due), PartialLook.BroughtAt(task.Before.Partial, due)),
            Fault = Faults.Classify(failure),
            IsNews = false,
            Break = ContractBreak.Of(failure),
        };
    }

    private static SortedDictionary<string, int> CoveredBy(IReadOnlyList<TriggerVisit> visits) =>
        new(visits.ToDictionary(visit => visit.Trigger.ToString(), visit => visit.Visit, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Asks the upstream. What it sent and the scraper did not take is kept, whether the scraper failed for it or not.</summary>
    private async Task<Scrape> FetchAsync(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, LoadedInputs inputs, IReadOnlySet<string> brought, CancellationToken cancellationToken)
    {
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
            Captured = await CapturedAsync(task, due, known, brought, cancellationToken),
            Brought = brought,
        };
        Scrape scrape;
        try
        {
            scrape = await scraper.FetchAsync(context, cancellationToken);
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            await KeepRefusedAsync(task, seen, [], cancellationToken);
            throw;
        }

        await KeepRefusedAsync(task, seen, scrape.Payloads, cancellationToken);
        return scrape;
    }

    /// <summary>Items that need not be asked for. Asked for anew, all are; at the same instant again, those of that instant are.</summary>
    private async Task<SortedSet<string>> CapturedAsync(
        UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, IReadOnlySet<string> brought, CancellationToken cancellationToken)
    {
        var items = known.Where(capture => task.Before.Anew ? !IsAsked(task, capture) : capture.AsOf < due.AsOf).Select(capture => capture.Item).ToList();
        foreach (var first in Declaration.Inputs.OfType<InputDeclaration.InsteadOf>())
        {
            items.AddRange((await _captures.ListAsync(first.Scraper, task.Unit.Partition.Date, cancellationToken)).Select(capture => capture.Item));
        }

        return new SortedSet<string>(items.OfType<string>().Concat(brought), StringComparer.Ordinal);
    }

    // Whether what is asked for may bring another payload in a capture's stead.
    private static bool IsAsked(UnitTask task, CaptureDocument capture) =>
        task.Before.AnewItem is not { } item || string.Equals(capture.Item, item, StringComparison.Ordinal);

    private DocumentPath PathOf(UnitTask task, CaptureDocument capture) =>
        CaptureDocument.PathOf(Declaration.Name, task.Unit.Partition.Date, capture.Path[(capture.Path.LastIndexOf('/') + 1)..]);

    private Task KeepRefusedAsync(UnitTask task, List<FetchedPayload> seen, IReadOnlyList<FetchedPayload> taken, CancellationToken cancellationToken)
    {
        var hashes = taken.Select(payload => ContentHash.Of(payload.Bytes.Span)).ToHashSet(StringComparer.Ordinal);
        return _captures.KeepRefusedAsync(
            Source, task.Unit.Partition.Date, seen.Where(payload => !hashes.Contains(ContentHash.Of(payload.Bytes.Span))), clock.Now, cancellationToken);
    }

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
}
