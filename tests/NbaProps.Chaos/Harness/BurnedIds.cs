using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Harness;

/// <summary>
/// A warehouse that cannot compare tokens, as BigQuery cannot: a write is a job with an id, an id is used once, and settling burns it. An
/// older token that was not settled becomes visible whenever its job happens to run: the weakest store that the protocol must stand on.
/// </summary>
internal sealed class BurnedIds(IWarehouse rows) : IWarehouse
{
    private readonly HashSet<(string Table, string Partition, long Token)> _burned = [];
    private readonly HashSet<(string Table, string Partition, long Token)> _used = [];
    private long _order;

    public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => rows.DescribeAsync(table, cancellationToken);

    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => rows.ApplySchemaAsync(table, cancellationToken);

    public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => rows.ReadAsync(request, cancellationToken);

    public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken)
    {
        var id = (write.Table.FullName, write.Partition.ToString(), write.Token);
        if (_burned.Contains(id))
        {
            return Task.FromResult(FencedWrite.Superseded);
        }

        // The store below compares; jobs do not: each gets the next number, so that only the burning of ids protects.
        return _used.Add(id) ? rows.ReplaceAsync(write with { Token = ++_order }, cancellationToken) : Task.FromResult(FencedWrite.Written);
    }

    /// <summary>The second half of a planted defect: rows appear, whatever was there and whoever was settled.</summary>
    public Task<FencedWrite> InsertAsync(PartitionWrite write) => rows.ReplaceAsync(write with { Token = ++_order }, CancellationToken.None);

    public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) =>
        rows.MergeAsync(write with { Token = ++_order }, updateColumns, cancellationToken);

    public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken)
    {
        _burned.Add((table.FullName, partition.ToString(), token));
        return Task.CompletedTask;
    }

    public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch batch, CancellationToken cancellationToken) => rows.AppendAsync(table, batch, cancellationToken);
}
