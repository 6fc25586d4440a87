using NbaProps.Shared.Credits;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>The append-only logs of the runtime itself: for people and dashboards; no processor reads them.</summary>
public static class OrchestrationTables
{
    internal const string Source = "runtime";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        Table<PhaseExecutionLogRow>.Instance.Schema,
        Table<PhaseStatusRow>.Instance.Schema,
        Table<PipelineEventLogRow>.Instance.Schema,
        Table<ProcessorHeartbeatRow>.Instance.Schema,
        Table<UpstreamCreditsRow>.Instance.Schema,
    ];
}
