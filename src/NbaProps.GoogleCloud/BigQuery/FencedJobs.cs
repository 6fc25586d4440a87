using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>
/// Writes that become visible by exactly one job, whose id follows from table, partition and token. BigQuery compares no tokens; but an id can be used once.
/// Whoever settles a token takes its id, and the writer comes too late; or finds the id taken, and waits until what took it has ended.
/// </summary>
/// <param name="jobs">Jobs by id.</param>
internal sealed class FencedJobs(BigQueryJobs jobs)
{
    private const string KindLabel = "nbaprops_kind";
    private const string ContentLabel = "nbaprops_content";
    private const string Write = "write";
    private const string Fence = "fence";

    /// <summary>Runs a write under its id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="statement">The statement with its parameters.</param>
    /// <param name="content">Tells this write from another under the same token.</param>
    /// <param name="cancellationToken">Stops waiting; the write may still be done.</param>
    /// <returns>Superseded when the id was burned, was used for other content, or its job was stopped by whoever settled the token: nothing was changed.</returns>
    /// <exception cref="TransientException">Its fate is unknown; or its job ran out of time or was cancelled by a person, which is no sign of a newer token. The id is spent.</exception>
    public async Task<FencedWrite> WriteAsync(string id, WireQueryJob statement, string content, CancellationToken cancellationToken)
    {
        const string Operation = "BigQuery write";
        var (job, _) = await jobs.InsertAsync(Operation, id, Configuration(statement, Write, content), rows: null, cancellationToken);
        if (!Has(job, KindLabel, Write) || !Has(job, ContentLabel, content))
        {
            return FencedWrite.Superseded;
        }

        job = await jobs.UntilDoneAsync(Operation, id, job, cancellationToken);
        return job.Status!.ErrorResult switch
        {
            null => FencedWrite.Written,
            { Reason: JobFault.Stopped } when await jobs.IsTakenAsync(Operation, BigQueryNames.SettledJob(id), cancellationToken) => FencedWrite.Superseded,
            var error => throw JobFault.Of(Operation, error),
        };
    }

    /// <summary>Burns an id: when it returns, no write under it can become visible any more.</summary>
    /// <exception cref="TransientException">Nobody knows yet; to be done again.</exception>
    public async Task BurnAsync(string id, CancellationToken cancellationToken)
    {
        const string Operation = "BigQuery settle";
        var fence = Configuration(new WireQueryJob { Query = BigQuerySql.Nothing, UseLegacySql = false }, Fence, content: null);
        var (job, isOurs) = await jobs.InsertAsync(Operation, id, fence, rows: null, cancellationToken);

        // What becomes of a fence does not matter: its id is spent either way.
        if (isOurs || Has(job, KindLabel, Fence))
        {
            return;
        }

        if (!string.Equals(job.Status?.State, "DONE", StringComparison.Ordinal))
        {
            // Before the end is asked for, so that no writer sees its job stopped and not by whom.
            await jobs.InsertAsync(Operation, BigQueryNames.SettledJob(id), fence, rows: null, cancellationToken);
            await jobs.CancelAsync(Operation, id, cancellationToken);
            await jobs.UntilDoneAsync(Operation, id, job, cancellationToken);
        }
    }

    private static WireJobConfiguration Configuration(WireQueryJob query, string kind, string? content)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { [KindLabel] = kind };
        if (content is not null)
        {
            labels.Add(ContentLabel, content);
        }

        return new() { Query = query, Labels = labels };
    }

    private static bool Has(WireJob job, string label, string value) =>
        string.Equals(job.Configuration?.Labels?.GetValueOrDefault(label), value, StringComparison.Ordinal);
}
