using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.RawProcessors.Chains;

/// <summary>How a run ends by what is missing.</summary>
internal static class Outcome
{
    // One for each game of the fullest night, and some more; a damaged list must not fill the ledger line by line.
    private const int Told = 20;

    /// <summary>The rows: with something missing Degraded, which names it; else complete, or NoData when there are none.</summary>
    public static Computation<TRow> Of<TRow>(IReadOnlyList<TRow> rows, string counted, IReadOnlyList<string> missing)
        where TRow : WarehouseRow =>
        missing.Count == 0 ? Computation<TRow>.Of(rows, counted) : Computation<TRow>.Degraded(rows, $"{counted}; {Listed(missing)}");

    /// <summary>The first of a list in words, and how many more there are.</summary>
    public static string Listed(IReadOnlyList<string> all) =>
        string.Join("; ", all.Take(Told)) + (all.Count > Told ? FormattableString.Invariant($"; and {all.Count - Told} more") : string.Empty);
}
