using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
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
internal sealed class ScrapeWork(IScraper scraper, IUpstream upstream, InputLoader loader, IObjectStore objects, IStateStore state, GameClock clock, TimeProvider time, RuntimeOptions options) : IUnitWork
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
        var due = visits.LastOrDefault(visit => task.Before.Covered.GetValueOrDefault(visit.Trigger.ToString()) < visit.Visit)
            ?? visits.FirstOrDefault(visit => IsRetry(task, visit));
        var standing = new StandingCaptures(Declaration, task, known);
        if (due is null)
        {
            return standing.Unchanged(inputs);
        }

        if (!clock.HasComeTo(due.AsOf))
        {
            // Whoever walks past days stands at an earlier moment now, or at none yet: what the source said there would pass for what it says then.
            throw new TransientException(string.Create(
                CultureInfo.InvariantCulture, $"{task.Unit} is due for {due.Trigger}, {due.AsOf:u}; the game clock is at {clock.Now:u}. It is asked for when the clock has come there"));
        }

        if (Declaration.SaysNow && clock.IsPast(Moments.InstantOf(Moment.NextMorning, GameDate.FromInstant(due.AsOf), firstTip: null)))
        {
            return standing.Gone(due, inputs);
        }

        if (IsRetry(task, due) && task.Before.Attempts >= options.MostAttempts && clock.IsPast(due.AsOf + options.PartialLooksKept))
        {
            return standing.GivenUp(inputs);
        }

        try
        {
            return await LookAsync(task, due, known, inputs, cancellationToken);
        }
        catch (Exception failure) when (known.Count > 0 && failure is TransientException or PermanentException)
        {
            return standing.After(due, failure);
        }
    }

    private static bool IsRetry(UnitTask task, TriggerVisit due) => string.Equals(task.Before.Partial?.Visit, PartialLook.VisitOf(due), StringComparison.Ordinal);

    private async Task<Product> LookAsync(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, LoadedInputs inputs, CancellationToken cancellationToken)
    {
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

        // What an attempt before this one brought is there, whatever the source lists now: that it lists nothing more makes no empty date of it.
        var isLeft = scrape.State == RunState.NoData && IsRetry(task, due) && all.Any(capture => capture.AsOf == due.AsOf);
        var (state, reason) = isLeft ? (RunState.Degraded, $"what an earlier attempt brought stands; {scrape.Reason}") : (scrape.State, scrape.Reason);
        return new Product(state, reason, CaptureArchive.HashOf(all), all.Length, due.AsOf)
        {
            Covered = scrape.Fault is null ? TriggerVisits.Covered(task.Inputs.Visits) : null,
            Partial = scrape.Fault is null ? null : new PartialLook(PartialLook.VisitOf(due), [.. brought.Union(scrape.Payloads.Select(payload => payload.Item).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            Fault = scrape.Fault,

            // Another attempt at what fails brings the rest once more, where that is not told apart by items: it says nothing of the source's being back.
            IsNews = scrape.Payloads.Count > 0 && (scrape.Fault is null || !IsRetry(task, due)),
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

    /// <summary>Asks the upstream. What it sent and the scraper did not take is kept, whether the scraper failed for it or not.</summary>
    private async Task<Scrape> FetchAsync(UnitTask task, TriggerVisit due, IReadOnlyList<CaptureDocument> known, LoadedInputs inputs, IReadOnlySet<string> brought, CancellationToken cancellationToken)
    {
        var seen = new List<FetchedPayload>();
        var asking = new AskingTime(time, options.RunBudget);
        KeptUpstream Kept(IUpstream other, List<FetchedPayload>? kept) => new(other, asking, task.KeepAsync, kept);
        var context = new ScrapeContext(task.Unit.Partition.Date, due.AsOf, Kept(upstream, seen))
        {
            Inputs = inputs,
            Through = other => Kept(other, null),
            Lookup = Kept(upstream, null),
            PauseAsync = async (duration, token) =>
            {
                // Nobody waits for a request that will not be made.
                if (!asking.Allows(duration))
                {
                    return;
                }

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
    private sealed class KeptUpstream(IUpstream upstream, AskingTime asking, Func<CancellationToken, Task> keepAsync, List<FetchedPayload>? seen) : IUpstream
    {
        public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            asking.Require();
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
