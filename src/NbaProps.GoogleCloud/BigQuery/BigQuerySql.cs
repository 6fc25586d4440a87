using System.Globalization;
using System.Text;

using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>The statements, each a template: nothing of a row's content stands in their text.</summary>
/// <param name="project">The project's id.</param>
internal sealed class BigQuerySql(string project)
{
    /// <summary>What a fence runs: nothing, under an id that no write can use afterwards.</summary>
    public const string Nothing = "SELECT 1";

    /// <summary>The parameter that holds the rows of a write.</summary>
    public const string Rows = "rows";

    /// <summary>A read, with its parameters. The range of dates is always there: the tables refuse a read without.</summary>
    public (string Sql, IReadOnlyList<WireParameter> Parameters) Select(ReadRequest request)
    {
        var parameters = new List<WireParameter>
        {
            BigQueryValues.Parameter("from", ColumnType.Date, request.Range.From), BigQueryValues.Parameter("to", ColumnType.Date, request.Range.To),
        };
        var sql = new StringBuilder($"SELECT {List(request.Columns)}\nFROM {Name(request.Table)}\nWHERE {SqlText.Name(request.Table.PartitionColumn)} BETWEEN @from AND @to");
        for (var index = 0; index < request.Filters.Count; index++)
        {
            var filter = request.Filters[index];
            var name = string.Create(CultureInfo.InvariantCulture, $"f{index}");
            var type = request.Table.Column(filter.Column).Type;
            parameters.Add(filter.Values.Count == 1 ? BigQueryValues.Parameter(name, type, filter.Values[0]) : BigQueryValues.Parameter(name, type, filter.Values));
            sql.Append(filter.Values.Count == 1 ? $"\n  AND {SqlText.Name(filter.Column)} = @{name}" : $"\n  AND {SqlText.Name(filter.Column)} IN UNNEST(@{name})");
        }

        sql.Append(CultureInfo.InvariantCulture, $"\nORDER BY {List(request.Table.Key)}");
        if (request.Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $"\nLIMIT {limit}");
        }

        return (sql.ToString(), parameters);
    }

    /// <summary>Makes a partition hold exactly the rows of the source, in one statement: nothing matches, so that what is there goes and what comes is inserted.</summary>
    /// <param name="write">The write.</param>
    /// <param name="source">Where the rows are; see <see cref="Staged"/> and <see cref="Inline"/>.</param>
    public string Replace(PartitionWrite write, string source)
    {
        var game = write.Partition.Game is { } id ? $" AND target.{SqlText.Name(WarehouseRules.GameColumn)} = {SqlText.Literal(id.ToString())}" : string.Empty;
        return $"""
            MERGE {Name(write.Table)} AS target
            USING ({source}) AS source
            ON FALSE
            WHEN NOT MATCHED BY SOURCE AND {Scope(write)}{game} THEN DELETE
            WHEN NOT MATCHED BY TARGET THEN INSERT ({List(write.Rows.Columns)}) VALUES ({List(write.Rows.Columns, "source.")})
            """.ReplaceLineEndings("\n");
    }

    /// <summary>Inserts rows whose key is new and sets some columns of the others.</summary>
    /// <param name="write">The write.</param>
    /// <param name="updates">The columns to set; none only inserts.</param>
    /// <param name="source">Where the rows are.</param>
    public string Merge(PartitionWrite write, IReadOnlyList<string> updates, string source)
    {
        var key = string.Join(" AND ", write.Table.Key.Select(name => $"target.{SqlText.Name(name)} = source.{SqlText.Name(name)}"));
        var matched = updates.Count == 0
            ? string.Empty
            : $"WHEN MATCHED THEN UPDATE SET {string.Join(", ", updates.Select(name => $"{SqlText.Name(name)} = source.{SqlText.Name(name)}"))}\n";
        return $"""
            MERGE {Name(write.Table)} AS target
            USING ({source}) AS source
            ON {Scope(write)} AND {key}
            {matched}WHEN NOT MATCHED BY TARGET THEN INSERT ({List(write.Rows.Columns)}) VALUES ({List(write.Rows.Columns, "source.")})
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The rows of a staging table.</summary>
    public string Staged(WireTableReference staging, IReadOnlyList<string> columns) =>
        $"SELECT {List(columns)} FROM {SqlText.Name($"{project}.{staging.DatasetId}.{staging.TableId}")}";

    /// <summary>The rows of the statement's own parameter.</summary>
    public static string Inline(IReadOnlyList<string> columns) => $"SELECT {List(columns)} FROM UNNEST(@{Rows})";

    // A literal: what BigQuery reads which partitions from, before anything runs.
    private static string Scope(PartitionWrite write) => $"target.{SqlText.Name(write.Table.PartitionColumn)} = DATE {SqlText.Literal(write.Partition.Date.ToString())}";

    private string Name(TableSchema table) => SqlText.Name($"{project}.{table.FullName}");

    private static string List(IEnumerable<string> columns, string of = "") => string.Join(", ", columns.Select(name => $"{of}{SqlText.Name(name)}"));
}
