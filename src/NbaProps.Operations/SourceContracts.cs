using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Operations;

/// <summary>
/// Which sources have changed, and which units need not be told of beside them. A source that was accepted after a unit's first refusal is well: what the
/// unit is refused from then on is its own trouble.
/// </summary>
internal sealed class SourceContracts
{
    private readonly SortedDictionary<string, DateTimeOffset?> _acceptedAt = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Compares the units of each scraper.</summary>
    /// <param name="outputs">Every expected output.</param>
    public SourceContracts(IEnumerable<ExpectedOutput> outputs)
    {
        var changed = new List<ChangedSource>();
        foreach (var scraper in outputs.Where(output => output.Contract is not null).GroupBy(output => output.Unit.Processor, StringComparer.Ordinal))
        {
            var accepted = scraper.Max(output => output.Contract!.AcceptedAt);
            _acceptedAt[scraper.Key] = accepted;
            var refused = scraper
                .Where(output => output.Contract is { Break: not null } contract && (accepted is null || contract.Since > accepted))
                .OrderBy(output => output.Contract!.Since)
                .ThenBy(output => output.Unit.Partition.Date)
                .ToArray();
            if (refused.Length > 0)
            {
                _changed.Add(scraper.Key);
                changed.Add(new ChangedSource(scraper.Key, refused[0].Contract!.Break!, [.. refused.Select(output => output.Unit.Partition.Date).Distinct().Order()]));
            }
        }

        Changed = changed;
    }

    /// <summary>The sources that have changed.</summary>
    public IReadOnlyList<ChangedSource> Changed { get; }

    /// <summary>Whether a scraper's source has changed.</summary>
    public bool HasChanged(string scraper) => _changed.Contains(scraper);

    /// <summary>Whether a unit's trouble is its source's: the source has changed, or is well again and the unit has not failed since.</summary>
    public bool Explains(ExpectedOutput output) =>
        HasChanged(output.Unit.Processor) || (output.Contract is { Break: not null, FailedOtherwise: false } contract && contract.RefusedAt <= _acceptedAt[output.Unit.Processor]);
}
