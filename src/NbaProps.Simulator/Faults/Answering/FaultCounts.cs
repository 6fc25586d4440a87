using System.Collections.Concurrent;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>How many requests each fault has struck: the one thing that serving remembers of a script.</summary>
internal sealed class FaultCounts
{
    private readonly ConcurrentDictionary<Fault, int> _struck = new(ReferenceEqualityComparer.Instance);

    /// <summary>Those that still strike; each is counted.</summary>
    public IReadOnlyList<Fault> Take(IEnumerable<Fault> faults) =>
        [.. faults.Where(fault => fault.Requests is not { } most || _struck.AddOrUpdate(fault, 1, (_, before) => before + 1) <= most)];
}
