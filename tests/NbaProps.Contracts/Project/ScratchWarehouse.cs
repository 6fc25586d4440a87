using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Project;

/// <summary>A warehouse whose tables all lie in one dataset, under names that hold the test and the dataset they are declared in.</summary>
/// <param name="inner">The warehouse.</param>
/// <param name="dataset">The dataset.</param>
/// <param name="test">The test.</param>
internal sealed class ScratchWarehouse(IWarehouse inner, string dataset, string test) : IWarehouse
{
    private static readonly TimeSpan StreamPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StreamPause = TimeSpan.FromSeconds(1);

    public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => inner.DescribeAsync(Of(table), cancellationToken);

    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => inner.ApplySchemaAsync(Of(table), cancellationToken);

    public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => inner.ReadAsync(request with { Table = Of(request.Table) }, cancellationToken);

    public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken) => inner.ReplaceAsync(write with { Table = Of(write.Table) }, cancellationToken);

    public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) =>
        inner.MergeAsync(write with { Table = Of(write.Table) }, updateColumns, cancellationToken);

    public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) => inner.SettleAsync(Of(table), partition, token, cancellationToken);

    // A table that was just made may be unknown to streaming for a minute or two.
    public async Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return await inner.AppendAsync(Of(table), rows, cancellationToken);
            }
            catch (PermanentException unknown) when (unknown.Message.StartsWith("BigQuery append: 404", StringComparison.Ordinal) && TimeProvider.System.GetElapsedTime(began) < StreamPatience)
            {
                await Task.Delay(StreamPause, cancellationToken);
            }
        }
    }

    private TableSchema Of(TableSchema table) => table with { Dataset = dataset, Name = $"{test}_{table.Dataset}_{table.Name}" };
}
