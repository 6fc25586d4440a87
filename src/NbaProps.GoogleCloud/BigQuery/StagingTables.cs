using System.Globalization;

using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Loads the rows of a write into a table of their own, from which one statement takes them. Nobody reads it, and it goes by itself after a day.</summary>
/// <param name="jobs">Jobs by id.</param>
/// <param name="tables">Makes tables.</param>
/// <param name="names">Names.</param>
/// <param name="quota">Counts.</param>
/// <param name="time">The clock.</param>
internal sealed class StagingTables(BigQueryJobs jobs, BigQueryTables tables, BigQueryNames names, BigQueryQuota quota, TimeProvider time)
{
    private const string Operation = "BigQuery load";
    private const int MostAttempts = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The table that holds the rows of a write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="content">Tells it from another under the same token.</param>
    /// <param name="lines">Its rows as newline-delimited JSON.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    public async Task<WireTableReference> LoadAsync(PartitionWrite write, string content, byte[] lines, CancellationToken cancellationToken)
    {
        var reference = names.Staging(write, content);
        var schema = BigQueryTables.SchemaOf(write.Table);
        await tables.CreateAsync(
            new WireTable
            {
                TableReference = reference,
                Schema = schema,
                ExpirationTime = (time.GetUtcNow() + Kept).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            },
            cancellationToken);
        var load = new WireLoad
        {
            DestinationTable = reference,
            Schema = schema,
            SourceFormat = "NEWLINE_DELIMITED_JSON",
            CreateDisposition = "CREATE_NEVER",

            // A second load of the same rows is the same table.
            WriteDisposition = "WRITE_TRUNCATE",
        };
        for (var attempt = 1; lines.Length > 0; attempt++)
        {
            var id = names.LoadJob(write, content, attempt);
            var (job, isOurs) = await jobs.InsertAsync(Operation, id, new() { Load = load }, lines, cancellationToken);
            if (isOurs)
            {
                quota.Loaded(write.Table.FullName);
            }

            job = await jobs.UntilDoneAsync(Operation, id, job, cancellationToken);
            if (job.Status!.ErrorResult is not { } error)
            {
                break;
            }

            // A failed job's id is spent.
            if (attempt == MostAttempts || !JobFault.IsPassing(error))
            {
                throw JobFault.Of(Operation, error);
            }
        }

        return reference;
    }
}
