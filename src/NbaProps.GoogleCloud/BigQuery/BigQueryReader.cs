using System.Globalization;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Reads: parameterised queries, page by page. What fits into one page needs no job.</summary>
/// <param name="client">The way to BigQuery.</param>
/// <param name="names">Addresses.</param>
/// <param name="sql">Statements.</param>
/// <param name="options">Limits.</param>
internal sealed class BigQueryReader(GoogleRestClient client, BigQueryNames names, BigQuerySql sql, BigQueryOptions options)
{
    private const string Operation = "BigQuery read";

    /// <summary>How long BigQuery may wait with its answer for a query to end; asked again after.</summary>
    private const int AnswerWithin = 10_000;

    /// <summary>Reads.</summary>
    public async Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var types = request.Columns.Select(name => request.Table.Column(name).Type).ToArray();
        var rows = new List<object?[]>();
        var page = await AskAsync(Query(request), cancellationToken);
        while (true)
        {
            if (page.JobComplete)
            {
                rows.AddRange((page.Rows ?? []).Select(row => Decode(request, types, row)));
                if (string.IsNullOrEmpty(page.PageToken))
                {
                    break;
                }
            }

            page = await FurtherAsync(page, cancellationToken);
        }

        return page.TotalRows is null || string.Equals(page.TotalRows, rows.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? new RowBatch([.. request.Columns], rows)
            : throw new TransientException($"{Operation}: {request.Table.FullName}: {rows.Count} of {page.TotalRows} rows came");
    }

    /// <summary>How many bytes a read would be billed for, without doing it and for nothing.</summary>
    public async Task<long> EstimateAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(Query(request) with { DryRun = true, JobCreationMode = null, MaxResults = null, TimeoutMs = null }, cancellationToken);
        return long.TryParse(answer.TotalBytesProcessed, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new TransientException($"{Operation}: {request.Table.FullName}: the answer says no bytes");
    }

    private WireQueryRequest Query(ReadRequest request)
    {
        var (text, parameters) = sql.Select(request);
        return new()
        {
            Query = text,
            UseLegacySql = false,
            Location = options.Location,
            ParameterMode = "NAMED",
            QueryParameters = parameters,
            FormatOptions = new(UseInt64Timestamp: true),
            MaxResults = options.RowsPerPage,
            TimeoutMs = AnswerWithin,
            JobCreationMode = "JOB_CREATION_OPTIONAL",
            MaximumBytesBilled = options.MostBytesPerRead.ToString(CultureInfo.InvariantCulture),
        };
    }

    private async Task<WireQueryResponse> AskAsync(WireQueryRequest query, CancellationToken cancellationToken)
    {
        var request = GoogleRequest.Json(Operation, HttpMethod.Post, names.Queries, query, BigQueryJson.Default.WireQueryRequest) with { Repeatable = true };
        return (await client.SendAsync(request, cancellationToken)).Read(BigQueryJson.Default.WireQueryResponse);
    }

    private async Task<WireQueryResponse> FurtherAsync(WireQueryResponse before, CancellationToken cancellationToken)
    {
        var job = before.JobReference ?? throw new TransientException($"{Operation}: there is more, and no job to ask for it");
        var token = string.IsNullOrEmpty(before.PageToken) ? string.Empty : $"&pageToken={Uri.EscapeDataString(before.PageToken)}";
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"{names.Queries}/{Uri.EscapeDataString(job.JobId)}?location={Uri.EscapeDataString(job.Location ?? options.Location)}&maxResults={options.RowsPerPage}&timeoutMs={AnswerWithin}&formatOptions.useInt64Timestamp=true{token}");
        var answer = await client.SendAsync(new GoogleRequest($"{Operation}, next page", HttpMethod.Get, new Uri(address, UriKind.Relative)) { Repeatable = true }, cancellationToken);
        var page = answer.Read(BigQueryJson.Default.WireQueryResponse);
        return page with { JobReference = page.JobReference ?? job };
    }

    private static object?[] Decode(ReadRequest request, ColumnType[] types, WireRow row)
    {
        if (row.F.Count != types.Length)
        {
            throw new TransientException($"{Operation}: {request.Table.FullName}: a row has {row.F.Count} values, asked were {types.Length}");
        }

        var values = new object?[types.Length];
        for (var index = 0; index < values.Length; index++)
        {
            try
            {
                values[index] = BigQueryValues.Of(row.F[index].V, types[index]);
            }
            catch (Exception refused) when (refused is FormatException or OverflowException or ArgumentOutOfRangeException)
            {
                throw new PermanentException($"{request.Table.FullName}.{request.Columns[index]}: '{row.F[index].V}' is no {types[index]}.", refused);
            }
        }

        return values;
    }
}
