using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The work of a table processor: read the inputs, compute, and replace the partition in one fenced write.</summary>
internal sealed class TableWork<TRow>(IProcessor<TRow> processor, InputLoader loader, IWarehouse warehouse, GameClock clock, ComputedUnits? known) : IUnitWork
    where TRow : WarehouseRow
{
    private static readonly string[] AllColumns = Table<TRow>.Instance.Schema.Columns.Select(column => column.Name).ToArray();

    private static readonly string[] OwnColumns = Schema.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name).ToArray();

    private static readonly int AsOf = Array.IndexOf(OwnColumns, Schema.Columns.Single(column => column.Role == ColumnRole.AsOf).Name);

    private static readonly int Game = Array.IndexOf(OwnColumns, "game_id");

    public ProcessorDeclaration Declaration => processor.Declaration;

    public bool WritesBeforeCommit => true;

    private static TableSchema Schema => Table<TRow>.Instance.Schema;

    public Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken) =>
        warehouse.SettleAsync(Schema, unit.Partition, token, cancellationToken);

    public async Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken)
    {
        var inputs = await loader.LoadAsync(Declaration, task, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var context = ContextOf(task);
        var computed = known is null ? Compute(inputs, context) : known.Get(new ComputedFrom(processor, context, inputs.Identity()), () => Compute(inputs, context));
        var (rows, hash) = (computed.Rows, computed.Hash);
        return new Product(computed.State, computed.Reason, hash, rows.Length, task.Day.AsOf)
        {
            WriteAsync = async (ticket, token) =>
            {
                // After a run that was abandoned it is written although nothing may have changed since that run's write, or since before it. Nobody was told of
                // anything, and the rows stand since when they stood.
                var written = task.Before.Open.Count > 1 ? await StandingAsync(task, rows, hash, token) : rows;
                return await warehouse.ReplaceAsync(
                    new PartitionWrite(Schema, task.Unit.Partition, ticket.Token, new RowBatch(AllColumns, [.. written.Select(ticket.Lineage.Stamp)])), token);
            },
            Counts = computed.Counts,
            Confirmed = inputs.Confirm,
        };
    }

    // What has begun by the game clock is frozen, which concerns only who keeps rows of its own.
    private RunContext ContextOf(UnitTask task)
    {
        var (asOf, now) = (task.Day.AsOf, clock.Now);
        return new RunContext(task.Unit.Partition, asOf) { Now = Declaration.ReadsOwnOutput && now > asOf ? now : asOf };
    }

    private ComputedUnit Compute(IInputs inputs, RunContext context)
    {
        var computed = processor.Compute(inputs, context);
        var rows = computed.Rows.Select(Table<TRow>.Instance.ToValues).ToArray();

        // Before anything is submitted: a row that breaks a rule fails the run with nothing to settle.
        RowRules.Require(Schema, context.Partition, rows);
        return new ComputedUnit(computed.State, computed.Reason, rows, ContentHashing.Of(Schema, rows), NamedCount.TextOf(computed.Counts));
    }

    // The rows with the as_of of those in the table that say the same. The tokens of other runs are settled: none of them writes in between.
    private async Task<IReadOnlyList<object?[]>> StandingAsync(UnitTask task, IReadOnlyList<object?[]> rows, string hash, CancellationToken cancellationToken)
    {
        var date = task.Unit.Partition.Date;
        var stored = await warehouse.ReadAsync(new ReadRequest(Schema, OwnColumns, new GameDateRange(date, date), []), cancellationToken);
        IReadOnlyList<object?[]> mine = task.Unit.Partition.Game is { } game ? [.. stored.Rows.Where(row => Equals(row[Game], game.ToString()))] : stored.Rows;
        if (!string.Equals(hash, task.Before.ContentHash, StringComparison.Ordinal) && !string.Equals(hash, ContentHashing.Of(Schema, mine), StringComparison.Ordinal))
        {
            return rows;
        }

        var since = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var row in mine)
        {
            since[ContentHashing.Of(Schema, [row])] = row[AsOf];
        }

        return
        [
            .. rows.Select(row =>
            {
                object?[] standing = [.. row];
                standing[AsOf] = since.GetValueOrDefault(ContentHashing.Of(Schema, [row]), row[AsOf]);
                return standing;
            }),
        ];
    }
}
