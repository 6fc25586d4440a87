using System.ComponentModel.DataAnnotations;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>How the warehouse in BigQuery is used.</summary>
public sealed record BigQueryOptions
{
    /// <summary>Where datasets are and jobs run, such as <c>US</c> or <c>europe-west1</c>. Every call names it: ids of jobs are only unique inside a location. Default US.</summary>
    [Required]
    public string Location { get; init; } = "US";

    /// <summary>The dataset of staging tables; it is made when it is missing. Default <c>nbaprops_staging</c>.</summary>
    [Required]
    [RegularExpression("[a-z][a-z0-9_]{0,200}")]
    public string StagingDataset { get; init; } = "nbaprops_staging";

    /// <summary>
    /// Begins the id of every job. An id is spent for half a year, and tokens begin at 1 again when the coordination state is lost or a second installation
    /// writes to the same project: then another prefix is needed, or every write is refused as superseded. Default <c>nbaprops</c>.
    /// </summary>
    [Required]
    [RegularExpression("[a-zA-Z][a-zA-Z0-9_]{0,40}")]
    public string JobPrefix { get; init; } = "nbaprops";

    /// <summary>
    /// Rows of a write that take up to about so many bytes as a parameter travel with the statement, which is one job; longer ones are loaded into a staging
    /// table before, which makes two. 0 stages everything. Default 6 MB; a request may have 10.
    /// </summary>
    [Range(0, 8_000_000)]
    public int LongestInline { get; init; } = 6_000_000;

    /// <summary>How long a job may run before BigQuery stops it. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan JobTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a job is waited for before its fate counts as unknown. Default 6 minutes: a little longer than it may run.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan JobPatience { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>Wait before a job is looked at for the first time; doubles up to <see cref="LongestPollDelay"/>. Default 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PollDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest wait between two looks at a job. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan LongestPollDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A read that would be billed more bytes is refused by BigQuery and costs nothing. Default 10 GB: a season of the largest table is below 1.</summary>
    [Range(10_485_760, long.MaxValue)]
    public long MostBytesPerRead { get; init; } = 10_000_000_000;

    /// <summary>Rows of a page of a read. An answer of one page needs no job. Default 10,000.</summary>
    [Range(1, 100_000)]
    public int RowsPerPage { get; init; } = 10_000;
}
