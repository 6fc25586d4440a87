using System.Globalization;
using System.Text;

using NbaProps.Domain;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Names of jobs and staging tables, and addresses of calls.</summary>
/// <param name="project">The project's id.</param>
/// <param name="options">Prefix, location, staging dataset.</param>
internal sealed class BigQueryNames(string project, BigQueryOptions options)
{
    // What is read of a job. Unasked Google answers with the job as it was sent, rows and all.
    private const string OfJob = "fields=jobReference,status(state,errorResult),configuration/labels";

    private string Base => $"bigquery/v2/projects/{Uri.EscapeDataString(project)}";

    /// <summary>The id of the one job that makes a write visible: the same for whoever has the token, and so a fence.</summary>
    public string WriteJob(TableSchema table, Partition partition, long token) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.JobPrefix}-{table.Dataset}-{table.Name}-{Short(partition, '-')}-{token}");

    /// <summary>The id of a try to load the rows of a write into its staging table.</summary>
    public string LoadJob(PartitionWrite write, string content, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{WriteJob(write.Table, write.Partition, write.Token)}-load-{content}-{attempt}");

    /// <summary>The staging table of a write.</summary>
    public WireTableReference Staging(PartitionWrite write, string content) => new(
        project, options.StagingDataset, string.Create(CultureInfo.InvariantCulture, $"{write.Table.Dataset}__{write.Table.Name}__{Short(write.Partition, '_')}__{write.Token}__{content}"));

    /// <summary>A table's full name.</summary>
    public WireTableReference Of(TableSchema table) => new(project, table.Dataset, table.Name);

    /// <summary>A job's full name.</summary>
    public WireJobReference Job(string id) => new(project, id, options.Location);

    /// <summary>The id that is taken before a write's job is stopped, so that its writer can tell that from a job that ran out of time.</summary>
    public static string SettledJob(string writeJob) => $"{writeJob}-settled";

    /// <summary>Where jobs are inserted.</summary>
    public string Jobs => $"{AllJobs}?{OfJob}";

    /// <summary>Where jobs are inserted that bring their rows.</summary>
    public string Uploads => $"upload/{Base}/jobs?uploadType=multipart&{OfJob}";

    /// <summary>Where queries are asked.</summary>
    public string Queries => $"{Base}/queries";

    /// <summary>Where datasets are made.</summary>
    public string Datasets => $"{Base}/datasets";

    /// <summary>Where a job is read.</summary>
    public string AddressOfJob(string id) => $"{AllJobs}/{id}?location={Uri.EscapeDataString(options.Location)}&{OfJob}";

    /// <summary>Where a job is cancelled.</summary>
    public string CancelOf(string id) => $"{AllJobs}/{id}/cancel?location={Uri.EscapeDataString(options.Location)}&fields=kind";

    /// <summary>Where tables of a dataset are made.</summary>
    public string TablesOf(string dataset) => $"{Datasets}/{dataset}/tables";

    /// <summary>Where a table is read and changed.</summary>
    public string AddressOf(WireTableReference table) => $"{TablesOf(table.DatasetId)}/{table.TableId}";

    /// <summary>What tells two writes under one token apart: a hash of all that they say, lineage included.</summary>
    public static string ContentOf(PartitionWrite write, IReadOnlyList<string> updates, byte[] lines) =>
        ContentHash.Of(string.Join('\n', [string.Join(',', write.Rows.Columns), string.Join(',', updates), Encoding.UTF8.GetString(lines)]))[..16];

    private string AllJobs => $"{Base}/jobs";

    private static string Short(Partition partition, char separator)
    {
        var date = partition.Date.ToString().Replace("-", string.Empty, StringComparison.Ordinal);
        return partition.Game is { } game ? $"{date}{separator}{game}" : date;
    }
}
