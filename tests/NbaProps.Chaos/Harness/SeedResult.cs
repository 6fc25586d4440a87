namespace NbaProps.Chaos.Harness;

/// <summary>What came of a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="HistoryHash">Hash of everything that happened, in order.</param>
/// <param name="Violations">Invariants that do not hold; none is the aim.</param>
/// <param name="History">Everything that happened.</param>
/// <param name="Faults">How often each kind of fault struck.</param>
public sealed record SeedResult(ulong Seed, string HistoryHash, IReadOnlyList<string> Violations, IReadOnlyList<string> History, IReadOnlyDictionary<string, int> Faults);
