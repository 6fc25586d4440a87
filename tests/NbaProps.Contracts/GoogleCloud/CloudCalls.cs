using System.Text;

using NbaProps.Contracts.Warehouse;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.BigQuery;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The calls of the warehouse and the archive, each by the port's own method, against the double at which the first request of a kind goes wrong.</summary>
internal sealed class CloudCalls
{
    private static readonly GameDate Date = new(2026, 1, 12);
    private static readonly Partition Partition = new(Date);

    private readonly CloudDouble _cloud;

    private CloudCalls(CloudDouble cloud) => _cloud = cloud;

    /// <summary>Calls about tables.</summary>
    public static IReadOnlyList<CloudCall> Tables { get; } =
    [
        new("BigQuery describe table", asked => asked.Method is "GET" && asked.Path.EndsWith("/tables/samples", StringComparison.Ordinal), calls => calls.DescribeAsync()),
        new("BigQuery create table", asked => asked.Method is "POST" && asked.Path.EndsWith("/tables", StringComparison.Ordinal), calls => calls.ApplyAsync(Samples with { Name = "fresh" })),
        new("BigQuery create dataset", asked => asked.Method is "POST" && asked.Path.EndsWith("/datasets", StringComparison.Ordinal), calls => calls.ApplyAsync(Samples with { Dataset = "fresh" })),
        new("BigQuery add columns", asked => asked.Method is "PATCH", calls => calls.ApplyAsync(Grown)),
        new("BigQuery read", asked => asked.Method is "POST" && asked.Path.EndsWith("/queries", StringComparison.Ordinal), calls => calls.ReadAsync(rowsPerPage: 10)),
        new("BigQuery read, next page", asked => asked.Method is "GET" && asked.Path.Contains("/queries/", StringComparison.Ordinal), calls => calls.ReadAsync(rowsPerPage: 1)),
    ];

    /// <summary>Calls that write rows.</summary>
    public static IReadOnlyList<CloudCall> Writes { get; } =
    [
        new("BigQuery load", asked => asked.Path.StartsWith("/upload/", StringComparison.Ordinal), calls => calls.WriteAsync(inline: 0)),
        new("BigQuery write", IsInsert, calls => calls.WriteAsync(inline: 1_000_000)),
        new("BigQuery write, state", IsLook, calls => calls.WriteSlowlyAsync()) { Usual = 2 },
        new("BigQuery settle", IsInsert, calls => calls.SettleAsync()) { Usual = 2 },
        new("BigQuery settle, cancel", asked => asked.Path.EndsWith("/cancel", StringComparison.Ordinal), calls => calls.SettleUnderWayAsync()),
        new("BigQuery append", asked => asked.Path.EndsWith("/insertAll", StringComparison.Ordinal), calls => calls.AppendAsync()),
    ];

    /// <summary>Calls of the archive.</summary>
    public static IReadOnlyList<CloudCall> Objects { get; } =
    [
        new("Cloud Storage put", asked => asked.Method is "POST", calls => calls.PutAsync(1000)),
        new("Cloud Storage put, session", asked => asked.Method is "POST", calls => calls.PutAsync(9_000_000)),
        new("Cloud Storage put, part", asked => asked.Method is "PUT" && asked.Body.Length > 0, calls => calls.PutAsync(9_000_000)) { Usual = 2 },
        new("Cloud Storage find", asked => asked.Query.ContainsKey("fields") && asked.Path.EndsWith("there", StringComparison.Ordinal), calls => calls.GetAsync()),
        new("Cloud Storage read", asked => asked.Query.ContainsKey("alt"), calls => calls.GetAsync()),
        new("Cloud Storage list", asked => asked.Query.ContainsKey("prefix"), calls => calls.ListAsync()),
    ];

    private static TableSchema Samples => Table<Sample>.Instance.Schema;

    private static TableSchema Grown => Samples with { Name = "grown" };

    /// <summary>Makes a call whose first request goes wrong, and says in words what came of it.</summary>
    public static async Task<string> TellAsync(CloudCall call, Fault fault)
    {
        await using var cloud = await CloudDouble.StartAsync(new NumberedTokens());
        var calls = new CloudCalls(cloud);
        await calls.PrepareAsync();
        var asked = new List<DoubleRequest>();
        var before = cloud.Time.Pauses.Count;
        cloud.Server.Fault = request =>
        {
            if (!call.IsOne(request))
                return Task.FromResult<DoubleFault?>(null);
            asked.Add(request);
            return Task.FromResult(asked.Count == 1 ? FaultOf(fault) : null);
        };
        string outcome;
        try
        {
            outcome = await call.RunAsync(calls);
        }
        catch (TransientException)
        {
            outcome = "transient error";
        }
        catch (PermanentException)
        {
            outcome = "permanent error";
        }

        var waited = cloud.Time.Pauses.Skip(before).Contains(TimeSpan.FromSeconds(7)) ? "waits as told, " : string.Empty;
        return (asked.Count - call.Usual) switch
        {
            <= 0 => outcome,
            1 when asked.Select(request => request.Headers["Authorization"]).Distinct(StringComparer.Ordinal).Count() == 2 => $"new token, {outcome}",
            1 => $"{waited}again, {outcome}",
            var more => $"{more} more, {outcome}",
        };
    }

    private static bool IsInsert(DoubleRequest asked) => asked.Method is "POST" && asked.Path.EndsWith("/jobs", StringComparison.Ordinal) && !asked.Path.StartsWith("/upload/", StringComparison.Ordinal);

    private static bool IsLook(DoubleRequest asked) => asked.Method is "GET" && asked.Path.Contains("/jobs/", StringComparison.Ordinal);

    private static DoubleFault FaultOf(Fault fault) => fault switch
    {
        { IsReset: true } => DoubleFault.Reset,
        { IsLost: true } => DoubleFault.Lost,
        _ => DoubleFault.Answered(new DoubleAnswer(fault.Status!.Value, Encoding.UTF8.GetBytes(fault.Body)) { Headers = [.. fault.Headers.Select(header => (header.Key, header.Value))] }),
    };

    private async Task PrepareAsync()
    {
        var warehouse = _cloud.Warehouse();
        await warehouse.ApplySchemaAsync(Samples, default);
        await warehouse.ApplySchemaAsync(Table<LoggedEvent>.Instance.Schema, default);
        await warehouse.ApplySchemaAsync(Grown with { Columns = [.. Grown.Columns.Where(column => column.Name is not "real")] }, default);
        await warehouse.ReplaceAsync(Write(1, "a", "b"), default);
        await _cloud.Objects().PutIfAbsentAsync("there", new StoredObject("x"u8.ToArray(), new Dictionary<string, string>()), default);

        // So that the staging dataset is there.
        await _cloud.Warehouse(new() { LongestInline = 0 }).ReplaceAsync(Write(2, "a", "b"), default);
    }

    private static PartitionWrite Write(long token, params string[] names)
    {
        var table = Table<Sample>.Instance;
        var asOf = new DateTimeOffset(2026, 1, 12, 18, 0, 0, TimeSpan.Zero);
        var rows = names.Select(name => new Sample { GameDate = Date, GameId = GameId.Parse("0022500560"), Name = name, Source = "test", AsOf = asOf });
        var lineage = new Lineage("run", "chain", asOf, token, token);
        return new(table.Schema, Partition, token, new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [.. rows.Select(row => lineage.Stamp(table.ToValues(row)))]));
    }

    private async Task<string> DescribeAsync() => await _cloud.Warehouse().DescribeAsync(Samples, default) is null ? "no such table" : "done";

    private async Task<string> ApplyAsync(TableSchema table)
    {
        await _cloud.Warehouse().ApplySchemaAsync(table, default);
        return (await _cloud.Warehouse().DescribeAsync(table, default))!.Columns.Count == table.Columns.Count ? "done" : "made up";
    }

    private async Task<string> ReadAsync(int rowsPerPage)
    {
        var rows = await _cloud.Warehouse(new() { RowsPerPage = rowsPerPage }).ReadAsync(new ReadRequest(Samples, ["name"], new(Date, Date), []), default);
        return rows.Rows.Count == 2 ? "done" : "made up";
    }

    private async Task<string> WriteAsync(int inline) => Say(await _cloud.Warehouse(new() { LongestInline = inline }).ReplaceAsync(Write(5, "c"), default));

    private Task<string> WriteSlowlyAsync()
    {
        _cloud.Server.BigQuery.Pace = Pace.ByLooks;
        return WriteAsync(inline: 1_000_000);
    }

    private async Task<string> SettleAsync()
    {
        await _cloud.Warehouse().SettleAsync(Samples, Partition, 5, default);
        return await _cloud.Warehouse().ReplaceAsync(Write(5, "c"), default) == FencedWrite.Superseded ? "done" : "made up";
    }

    private async Task<string> SettleUnderWayAsync()
    {
        _cloud.Server.BigQuery.Pace = Pace.ByLooks;
        _cloud.Server.BigQuery.Answer(new DoubleRequest(
            "POST",
            $"/bigquery/v2/projects/{CloudDouble.Project}/jobs",
            new Dictionary<string, string>(),
            Encoding.UTF8.GetBytes(
                """{"jobReference":{"projectId":"example-project","jobId":"nbaprops-contract-samples-20260112-5","location":"US"},"configuration":{"labels":{"nbaprops_kind":"write"},"query":{"query":"SELECT 1","useLegacySql":false}}}"""),
            Media: null,
            new Dictionary<string, string>()));
        await _cloud.Warehouse().SettleAsync(Samples, Partition, 5, default);
        return _cloud.Server.BigQuery.IsUnderWay("nbaprops-contract-samples-20260112-5") ? "made up" : "done";
    }

    private async Task<string> AppendAsync()
    {
        var table = Table<LoggedEvent>.Instance;
        var row = new LoggedEvent { GameDate = Date, At = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero), What = "a", Source = "test", AsOf = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero) };
        var batch = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [new Lineage("run", "chain", row.AsOf, 1, 1).Stamp(table.ToValues(row))]);
        return (await _cloud.Warehouse().AppendAsync(table.Schema, batch, default)).Stored == 1 ? "done" : "made up";
    }

    private async Task<string> PutAsync(int length) =>
        await _cloud.Objects().PutIfAbsentAsync("new", new StoredObject(new byte[length], new Dictionary<string, string>()), default) is PutOutcome.Created ? "done" : "there already";

    private async Task<string> GetAsync() => await _cloud.Objects().GetAsync("there", default) is null ? "no such object" : "done";

    private async Task<string> ListAsync() => (await _cloud.Objects().ListAsync("th", default)).Count == 1 ? "done" : "made up";

    private static string Say(FencedWrite outcome) => outcome == FencedWrite.Written ? "done" : "superseded";
}

/// <summary>A call that an adapter makes of BigQuery or Cloud Storage.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="IsOne">Whether a request is one.</param>
/// <param name="RunAsync">Makes it; answers what came of it.</param>
internal sealed record CloudCall(string Name, Func<DoubleRequest, bool> IsOne, Func<CloudCalls, Task<string>> RunAsync)
{
    /// <summary>How often it is made when nothing goes wrong.</summary>
    public int Usual { get; init; } = 1;
}
