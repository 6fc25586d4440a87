using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Tables and datasets: described, made, and given the columns that they lack.</summary>
/// <param name="client">The way to BigQuery.</param>
/// <param name="names">Names and addresses.</param>
/// <param name="options">The location.</param>
internal sealed class BigQueryTables(GoogleRestClient client, BigQueryNames names, BigQueryOptions options)
{
    private const string Nullable = "NULLABLE";
    private const string Required = "REQUIRED";

    /// <summary>The columns of a table as BigQuery takes them.</summary>
    public static WireSchema SchemaOf(TableSchema table) => new([.. table.Columns.Select(Field)]);

    /// <summary>The table as it is, or null.</summary>
    public async Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) =>
        await FindAsync(table, cancellationToken) is { } live ? new LiveTable(Live(table, live)) { Key = BigQueryLimits.CanDeclareKey(table) ? KeyOf(live) : null } : null;

    /// <summary>Makes the table, or adds the nullable columns that it lacks.</summary>
    /// <exception cref="PermanentException">It differs in what only a person may change.</exception>
    public async Task ApplyAsync(TableSchema table, CancellationToken cancellationToken)
    {
        var live = await FindAsync(table, cancellationToken);
        if (live is null && await CreateAsync(TableOf(table), cancellationToken))
        {
            return;
        }

        live ??= await FindAsync(table, cancellationToken) ?? throw new TransientException($"{table.FullName} was there, and is not");

        // A key that BigQuery would not take was never declared: there is nothing to compare.
        var key = BigQueryLimits.CanDeclareKey(table) ? KeyOf(live) : table.Key;
        var additions = SchemaDifference.Additions(table, Live(table, live), key);
        if (additions.Count > 0)
        {
            await AddAsync(table, live, additions, cancellationToken);
        }
    }

    /// <summary>Makes a table, and its dataset where that is missing; false when it is there already.</summary>
    public async Task<bool> CreateAsync(WireTable table, CancellationToken cancellationToken)
    {
        var reference = table.TableReference;
        var request = GoogleRequest.Json("BigQuery create table", HttpMethod.Post, names.TablesOf(reference.DatasetId), table, BigQueryJson.Default.WireTable) with { Repeatable = true };
        var answer = await client.SendAsync(request, cancellationToken);
        if (answer.Meaning == StatusMeaning.NotFound)
        {
            var dataset = new WireDataset(new(reference.ProjectId, reference.DatasetId), options.Location);
            var made = await client.SendAsync(
                GoogleRequest.Json("BigQuery create dataset", HttpMethod.Post, names.Datasets, dataset, BigQueryJson.Default.WireDataset) with { Repeatable = true }, cancellationToken);
            if (made.Meaning != StatusMeaning.AlreadyThere)
            {
                made.RequireDone();
            }

            answer = await client.SendAsync(request, cancellationToken);
        }

        if (answer.Meaning == StatusMeaning.AlreadyThere)
        {
            return false;
        }

        answer.RequireDone();
        return true;
    }

    private async Task AddAsync(TableSchema table, WireTable live, IReadOnlyList<ColumnSchema> additions, CancellationToken cancellationToken)
    {
        var patch = new WireSchemaPatch(new([.. live.Schema?.Fields ?? [], .. additions.Select(Field)]));
        var request = GoogleRequest.Json("BigQuery add columns", HttpMethod.Patch, names.AddressOf(names.Of(table)), patch, BigQueryJson.Default.WireSchemaPatch) with
        {
            // Of two that add at once the second must see what the first has done.
            Headers = live.Etag is null ? [] : [new("If-Match", live.Etag)],
            Repeatable = true,
        };
        var answer = await client.SendAsync(request, cancellationToken);
        if (answer.Meaning == StatusMeaning.PreconditionFailed)
        {
            throw new TransientException($"{table.FullName} was changed by someone else at the same time: {answer.Error}");
        }

        answer.RequireDone();
    }

    private async Task<WireTable?> FindAsync(TableSchema table, CancellationToken cancellationToken)
    {
        var request = new GoogleRequest("BigQuery describe table", HttpMethod.Get, new Uri(names.AddressOf(names.Of(table)), UriKind.Relative)) { Repeatable = true };
        var answer = await client.SendAsync(request, cancellationToken);
        return answer.Meaning == StatusMeaning.NotFound ? null : answer.Read(BigQueryJson.Default.WireTable);
    }

    private WireTable TableOf(TableSchema table) => new()
    {
        TableReference = names.Of(table),
        Schema = SchemaOf(table),
        Description = table.Description.Length == 0 ? null : table.Description,
        TimePartitioning = new("DAY", table.PartitionColumn),
        RequirePartitionFilter = true,
        Clustering = table.Cluster.Count == 0 ? null : new(table.Cluster),
        TableConstraints = BigQueryLimits.CanDeclareKey(table) ? new(new WirePrimaryKey(table.Key)) : null,
    };

    private static WireField Field(ColumnSchema column) => new()
    {
        Name = column.Name,
        Type = SqlText.TypeName(column.Type),
        Mode = column.Nullable ? Nullable : Required,
        Description = column.Description.Length == 0 ? null : column.Description,
    };

    private static IReadOnlyList<string> KeyOf(WireTable live) => live.TableConstraints?.PrimaryKey?.Columns ?? [];

    private static LiveColumn[] Live(TableSchema table, WireTable live) =>
        [.. (live.Schema?.Fields ?? []).Select(field => new LiveColumn(field.Name, TypeOf(table, field), !string.Equals(field.Mode, Required, StringComparison.Ordinal)))];

    // BigQuery answers with the older names of some types.
    private static ColumnType TypeOf(TableSchema table, WireField field) => (field.Type, field.Mode) switch
    {
        (_, "REPEATED") => throw Unknown(table, field),
        ("STRING", _) => ColumnType.String,
        ("INTEGER" or "INT64", _) => ColumnType.Int64,
        ("FLOAT" or "FLOAT64", _) => ColumnType.Float64,
        ("BOOLEAN" or "BOOL", _) => ColumnType.Bool,
        ("DATE", _) => ColumnType.Date,
        ("TIMESTAMP", _) => ColumnType.Timestamp,
        _ => throw Unknown(table, field),
    };

    private static PermanentException Unknown(TableSchema table, WireField field) =>
        new($"{table.FullName}.{field.Name} is {field.Mode} {field.Type} in BigQuery, which no record can be; someone else has made or changed the table.");
}
