using System.Globalization;

using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Pages;

/// <summary>What went wrong with parts of what a scraper asks for, such as one event of a date: a part that fails takes no other with it.</summary>
/// <param name="part">What a part is called.</param>
internal sealed class PartFailures(string part)
{
    private readonly List<(string Name, Exception Failure)> _all = [];

    /// <summary>Whether nothing failed.</summary>
    public bool None => _all.Count == 0;

    /// <summary>Adds one.</summary>
    public void Add(string name, Exception failure) => _all.Add((name, failure));

    /// <summary>Asks for a part; when that fails, it is among the failures. Whatever concerns the source as a whole goes through.</summary>
    public async Task TryAsync(string name, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            Add(name, failure);
        }
    }

    /// <summary>What comes of the scrape: all of it, a part with what was not brought and why, or nothing.</summary>
    /// <param name="brought">What was brought, in words.</param>
    /// <param name="any">Whether that is anything.</param>
    /// <param name="payloads">Its payloads.</param>
    /// <exception cref="TransientException">Nothing was brought, and something failed that may be well the next time.</exception>
    /// <exception cref="PermanentException">Nothing was brought, and all that failed will fail again.</exception>
    public Scrape Conclude(string brought, bool any, IReadOnlyList<FetchedPayload> payloads)
    {
        if (None)
        {
            return new Scrape(any ? RunState.Succeeded : RunState.NoData, brought, payloads);
        }

        if (!any)
        {
            throw AsOne(brought);
        }

        var reason = brought + string.Concat(_all.Select(one => $"; {part} {one.Name} failed: {one.Failure.Message}"));
        return new Scrape(RunState.Degraded, reason, payloads)
        {
            Fault = FaultOf(_all.Select(one => one.Failure)),
            Break = _all.Select(one => ContractBreak.Of(one.Failure)).FirstOrDefault(broken => broken is not null),
        };
    }

    /// <summary>What some failures are together: one that may be well the next time is enough.</summary>
    public static FaultKind? FaultOf(IEnumerable<Exception> failures) =>
        failures.Select(failure => (FaultKind?)Faults.Classify(failure)).Order().FirstOrDefault();

    // A source that has changed first, because a person must hear of that.
    private Exception AsOne(string brought)
    {
        var (name, failure) = _all.OrderBy(one => ContractBreak.Of(one.Failure) is null).First();
        var said = string.Create(CultureInfo.InvariantCulture, $"{brought}; {_all.Count} failed, such as {part} {name}: {failure.Message}");
        return _all.All(one => one.Failure is PermanentException) ? new PermanentException(said, failure) { Break = ContractBreak.Of(failure) } : new TransientException(said, failure);
    }
}
