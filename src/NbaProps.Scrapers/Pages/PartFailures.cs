using System.Globalization;

using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Pages;

/// <summary>What went wrong with parts of what a scraper asks for, such as one event of a date: a part that fails takes no other with it.</summary>
/// <param name="part">What a part is called.</param>
internal sealed class PartFailures(string part)
{
    private readonly List<(string Name, Exception Failure)> _all = [];

    /// <summary>Whether nothing failed.</summary>
    public bool None => _all.Count == 0;

    /// <summary>The first contract that was broken; null when none was.</summary>
    public ContractBreak? Break => _all.Select(one => ContractBreak.Of(one.Failure)).FirstOrDefault(broken => broken is not null);

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

    /// <summary>What was brought, and what was not and why.</summary>
    public string After(string brought) => brought + string.Concat(_all.Select(one => $"; {part} {one.Name} failed: {one.Failure.Message}"));

    /// <summary>The failures as one, where nothing was brought: a source that has changed first, because a person must hear of that.</summary>
    public Exception AsOne(string brought)
    {
        var (name, failure) = _all.OrderBy(one => ContractBreak.Of(one.Failure) is null).First();
        var said = string.Create(CultureInfo.InvariantCulture, $"{brought}; {_all.Count} failed, such as {part} {name}: {failure.Message}");
        return _all.All(one => one.Failure is PermanentException) ? new PermanentException(said, failure) { Break = Break } : new TransientException(said, failure);
    }
}
