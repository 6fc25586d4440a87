using System.Text;

namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>The SQL that creates a table in BigQuery. The same schema gives the same text, so that a difference in a file is a difference in the table.</summary>
public static class BigQueryDdl
{
    internal const string FirstLine = "-- Generated from the table's record by: ./nbaprops schema write";

    /// <summary>The statement, with a header. <c>${project}</c> stands for the project and is filled in by who runs it.</summary>
    public static string Write(TableSchema table)
    {
        var sql = new StringBuilder();
        Line(sql, FirstLine);
        Line(sql, "-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check");
        Line(sql, $"-- Written by: {Way(table.Kind)}.");
        var canDeclareKey = BigQueryLimits.CanDeclareKey(table);
        if (!canDeclareKey)
        {
            Line(sql, $"-- Key: {string.Join(", ", table.Key)}. Not declared below: BigQuery takes no FLOAT64 and no more than 16 columns into a key.");
        }

        Line(sql, $"CREATE TABLE IF NOT EXISTS `${{project}}.{table.FullName}` (");
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var isLast = index == table.Columns.Count - 1 && !canDeclareKey;
            Line(sql, $"  {Column(table.Columns[index])}{(isLast ? string.Empty : ",")}");
        }

        if (canDeclareKey)
        {
            // Not enforced by BigQuery: it tells readers and the optimiser what the runtime upholds.
            Line(sql, $"  PRIMARY KEY ({Names(table.Key)}) NOT ENFORCED");
        }

        Line(sql, ")");
        Line(sql, $"PARTITION BY {SqlText.Name(table.PartitionColumn)}");
        if (table.Cluster.Count > 0)
        {
            Line(sql, $"CLUSTER BY {Names(table.Cluster)}");
        }

        Line(sql, "OPTIONS (");
        Line(sql, $"  description = {SqlText.Literal(table.Description)},");
        Line(sql, "  require_partition_filter = TRUE");
        Line(sql, ");");
        return sql.ToString();
    }

    private static string Column(ColumnSchema column) =>
        $"{SqlText.Name(column.Name)} {SqlText.TypeName(column.Type)}{(column.Nullable ? string.Empty : " NOT NULL")}"
        + $" OPTIONS (description = {SqlText.Literal(column.Description)})";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqlText.Name));

    private static string Way(TableKind kind) => kind switch
    {
        TableKind.Replaced => "fenced replace of a partition",
        TableKind.Merged => "fenced merge on the key",
        TableKind.Log => "append, at least once",
        _ => throw new InvalidOperationException($"Unknown table kind {kind}."),
    };

    // Not AppendLine: its line end is the machine's.
    private static void Line(StringBuilder sql, string line) => sql.Append(line).Append('\n');
}
