using Microsoft.Extensions.Logging;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>
/// Counts what this process has asked of BigQuery against its limits for a table and a day, and warns once at 80 %. Other processes are not seen: a table is written
/// by one service.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where the warning goes.</param>
public sealed partial class BigQueryQuota(TimeProvider time, ILogger<BigQueryQuota> logger)
{
    /// <summary>Load jobs into tables made for one table's writes. BigQuery's limit is for each destination, and every write has its own; held to it all the same.</summary>
    internal const int MostLoads = 1_500;

    /// <summary>Partitions modified of one table.</summary>
    internal const int MostPartitionChanges = 30_000;

    /// <summary>Statements that change one table. They have no limit a day; this many is what BigQuery starts at once.</summary>
    internal const int MostStatements = 1_500;

    // Limits begin anew at midnight Pacific time; an hour off in summer.
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-8);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Table, string What), int> _counts = [];
    private DateOnly _day;

    /// <summary>What has been counted today, by table and kind: <c>load jobs</c>, <c>partition modifications</c>, <c>DML statements</c>.</summary>
    public IReadOnlyDictionary<(string Table, string What), int> Today
    {
        get
        {
            lock (_gate)
            {
                Turn();
                return new Dictionary<(string, string), int>(_counts);
            }
        }
    }

    internal void Loaded(string table) => Count(table, "load jobs", MostLoads);

    internal void Changed(string table)
    {
        Count(table, "DML statements", MostStatements);
        Count(table, "partition modifications", MostPartitionChanges);
    }

    private void Count(string table, string what, int most)
    {
        int now;
        lock (_gate)
        {
            Turn();
            now = _counts[(table, what)] = _counts.GetValueOrDefault((table, what)) + 1;
        }

        if (now == most * 8 / 10)
        {
            LogNear(logger, table, now, what, most);
        }
    }

    private void Turn()
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Pacific).DateTime);
        if (day != _day)
        {
            _day = day;
            _counts.Clear();
        }
    }

    [LoggerMessage(2321, LogLevel.Warning, "{Table}: {Count} {What} today, BigQuery's limit is {Most}")]
    private static partial void LogNear(ILogger logger, string table, int count, string what, int most);
}
