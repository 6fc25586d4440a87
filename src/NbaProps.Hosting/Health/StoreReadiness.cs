using NbaProps.Shared.Observability;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Hosting.Health;

/// <summary>Whether the state store answers.</summary>
internal sealed class StateReadiness(IStateStore state) : IReadinessCheck
{
    public string Name => "state";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        // No such document is needed: an answer is.
        _ = await state.GetAsync(new DocumentPath("health", "ready"), cancellationToken);
        return null;
    }
}

/// <summary>Whether the warehouse answers, and has the tables of this build.</summary>
internal sealed class WarehouseReadiness(IWarehouse warehouse, IReadOnlyList<TableSchema> tables) : IReadinessCheck
{
    private int _next;

    public string Name => "warehouse";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        // One table each time, all of them in turn: a probe every few seconds must cost next to nothing.
        var table = tables[(Interlocked.Increment(ref _next) & int.MaxValue) % tables.Count];
        return await warehouse.DescribeAsync(table, cancellationToken) is null ? $"{table.FullName} is not there: nbaprops schema apply" : null;
    }
}
