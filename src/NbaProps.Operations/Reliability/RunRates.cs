using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;

namespace NbaProps.Operations.Reliability;

/// <summary>How the runs of a phase or a processor ended.</summary>
/// <param name="Phase">1 to 5.</param>
/// <param name="Processor">Name of the declaration; null for the whole phase.</param>
/// <param name="Runs">Runs that have ended.</param>
/// <param name="Succeeded">With the whole output.</param>
/// <param name="NoData">Rightly without any.</param>
/// <param name="Degraded">With part of it.</param>
/// <param name="Blocked">Of a gate that was closed: a decision, and neither success nor failure.</param>
/// <param name="Failed">Without an output.</param>
public sealed record RunRates(int Phase, string? Processor, int Runs, int Succeeded, int NoData, int Degraded, int Blocked, int Failed)
{
    /// <summary>Runs with an output of those that had one or failed, 0 to 1; null when there are none.</summary>
    public double? SuccessRate => Runs == Blocked ? null : 1 - ((double)Failed / (Runs - Blocked));

    internal static RunRates Of(int phase, string? processor, IReadOnlyCollection<LedgerRow> runs)
    {
        int Count(RunState state) => runs.Count(run => run.State == state);
        return new(phase, processor, runs.Count, Count(RunState.Succeeded), Count(RunState.NoData), Count(RunState.Degraded), Count(RunState.Blocked), Count(RunState.Failed));
    }
}
