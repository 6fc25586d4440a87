using NbaProps.Shared.Observability;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

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

/// <summary>Whether the warehouse answers, and has the tables of this build with every column that it writes.</summary>
internal sealed class WarehouseReadiness(IWarehouse warehouse, IReadOnlyList<TableSchema> tables) : IReadinessCheck
{
    private int _next;
    private volatile int _seen;

    public string Name => "warehouse";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        // Before the first message every table: a build whose column one of them lacks must get none. A probe's time may not do for all of them: the next goes on.
        for (var index = _seen; index < tables.Count; index++)
        {
            if (await LackingAsync(tables[index], cancellationToken) is { } lacking)
            {
                return lacking;
            }

            _seen = index + 1;
        }

        // From then on one each time, all of them in turn: a probe every few seconds must cost next to nothing.
        return await LackingAsync(tables[(Interlocked.Increment(ref _next) & int.MaxValue) % tables.Count], cancellationToken);
    }

    private async Task<string?> LackingAsync(TableSchema table, CancellationToken cancellationToken)
    {
        var lacking = SchemaDiff.Compare(table, await warehouse.DescribeAsync(table, cancellationToken))
            .Where(finding => finding.KeepsABuildOut)
            .ToArray();
        return lacking.Length == 0 ? null : $"{string.Join(", ", lacking.Select(finding => finding.Subject))}: {lacking[0].Message}: nbaprops schema apply";
    }
}
