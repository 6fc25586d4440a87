using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The work of a table processor: read the inputs, compute, and replace the partition in one fenced write.</summary>
internal sealed class TableWork<TRow>(IProcessor<TRow> processor, InputLoader loader, IWarehouse warehouse, GameClock clock) : IUnitWork
    where TRow : WarehouseRow
{
    private static readonly string[] AllColumns = Table<TRow>.Instance.Schema.Columns.Select(column => column.Name).ToArray();

    public ProcessorDeclaration Declaration => processor.Declaration;

    public bool WritesBeforeCommit => true;

    private static TableSchema Schema => Table<TRow>.Instance.Schema;

    public Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken) =>
        warehouse.SettleAsync(Schema, unit.Partition, token, cancellationToken);

    public async Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken)
    {
        var inputs = await loader.LoadAsync(Declaration, task, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.Now;
        var context = new RunContext(task.Unit.Partition, task.Day.AsOf) { Now = now > task.Day.AsOf ? now : task.Day.AsOf };
        var computed = processor.Compute(inputs, context);
        var rows = computed.Rows.Select(Table<TRow>.Instance.ToValues).ToArray();

        // Before anything is submitted: a row that breaks a rule fails the run with nothing to settle.
        RowRules.Require(Schema, task.Unit.Partition, rows);
        return new Product(computed.State, computed.Reason, ContentHashing.Of(Schema, rows), rows.Length, task.Day.AsOf)
        {
            WriteAsync = (ticket, token) => warehouse.ReplaceAsync(
                new PartitionWrite(Schema, task.Unit.Partition, ticket.Token, new RowBatch(AllColumns, [.. rows.Select(ticket.Lineage.Stamp)])), token),
            Counts = NamedCount.TextOf(computed.Counts),
            Confirmed = inputs.Confirm,
        };
    }
}
