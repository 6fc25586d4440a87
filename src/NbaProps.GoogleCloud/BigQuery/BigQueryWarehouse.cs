using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>The warehouse in BigQuery, over its REST interface.</summary>
/// <remarks>
/// <para>A write is one <c>MERGE</c> job whose id follows from table, partition and token; see ADR 0011. Its rows come with the statement, or from a staging table
/// that a load job filled before. A write whose job failed can only be repeated under a new token: an id is used once.</para>
/// <para><see cref="SettleAsync"/> burns the id of exactly the token that it is given. A run settles every token that its unit has open.</para>
/// <para>Logs are streamed to; BigQuery may hold one of their rows twice.</para>
/// </remarks>
public sealed class BigQueryWarehouse : IWarehouse
{
    private readonly BigQueryOptions _options;
    private readonly BigQueryNames _names;
    private readonly BigQuerySql _sql;
    private readonly BigQueryTables _tables;
    private readonly BigQueryReader _reader;
    private readonly BigQueryStream _stream;
    private readonly FencedJobs _fenced;
    private readonly StagingTables _staging;
    private readonly BigQueryQuota _quota;

    /// <summary>The warehouse of a project.</summary>
    /// <param name="client">The way to BigQuery: calls' addresses are below <c>https://bigquery.googleapis.com/</c>.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="options">Location, limits, times.</param>
    /// <param name="quota">What is counted.</param>
    /// <param name="time">The clock.</param>
    public BigQueryWarehouse(GoogleRestClient client, string project, BigQueryOptions options, BigQueryQuota quota, TimeProvider time)
    {
        (_options, _quota) = (options, quota);
        _names = new(project, options);
        _sql = new(project);
        _tables = new(client, _names, options);
        _reader = new(client, _names, _sql, options);
        _stream = new(client, _names);
        var jobs = new BigQueryJobs(client, _names, options, time);
        _fenced = new(jobs);
        _staging = new(jobs, _tables, _names, quota, time);
    }

    /// <inheritdoc/>
    public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => _tables.DescribeAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => _tables.ApplyAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(request);
        return _reader.ReadAsync(request, cancellationToken);
    }

    /// <summary>How many bytes a read would be billed for; asked without doing it, and for nothing.</summary>
    public Task<long> EstimateAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(request);
        return _reader.EstimateAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(write, TableKind.Replaced);
        return WriteAsync(write, [], source => _sql.Replace(write, source), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken)
    {
        WarehouseRules.Require(write, TableKind.Merged);
        string[] updates = [.. updateColumns];
        WarehouseRules.RequireUpdates(write.Table, updates);
        return WriteAsync(write, updates, source => _sql.Merge(write, updates, source), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken)
    {
        WarehouseRules.RequirePartition(table, partition);
        return _fenced.BurnAsync(_names.WriteJob(table, partition, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken)
    {
        WarehouseRules.RequireAppend(table, rows);
        return _stream.AppendAsync(table, rows, cancellationToken);
    }

    private async Task<FencedWrite> WriteAsync(PartitionWrite write, string[] updates, Func<string, string> statement, CancellationToken cancellationToken)
    {
        RequireGameInKey(write);
        var lines = BigQueryValues.Lines(write.Rows);
        var content = BigQueryNames.ContentOf(write, updates, lines);
        var isShort = _options.LongestInline > 0 && BigQueryValues.ParameterLength(write.Rows, lines.Length) <= _options.LongestInline;
        var rows = isShort ? BigQueryValues.Parameter(BigQuerySql.Rows, write.Table, write.Rows) : null;
        var source = rows is null
            ? _sql.Staged(await _staging.LoadAsync(write, content, lines, cancellationToken), write.Rows.Columns)
            : BigQuerySql.Inline(write.Rows.Columns);
        var job = new WireQueryJob
        {
            Query = statement(source),
            UseLegacySql = false,
            ParameterMode = rows is null ? null : "NAMED",
            QueryParameters = rows is null ? null : [rows],
        };
        var outcome = await _fenced.WriteAsync(_names.WriteJob(write.Table, write.Partition, write.Token), job, content, cancellationToken);
        if (outcome == FencedWrite.Written)
        {
            _quota.Changed(write.Table.FullName);
        }

        return outcome;
    }

    // BigQuery enforces no key: a game's write could not see that another game's row has it.
    private static void RequireGameInKey(PartitionWrite write)
    {
        if (write.Partition.Game is not null && !write.Table.Key.Contains(WarehouseRules.GameColumn, StringComparer.Ordinal))
        {
            throw new PermanentException($"{write.Table.FullName}: it is written by game ({write.Partition}), so that {WarehouseRules.GameColumn} must be part of its key.");
        }
    }
}
