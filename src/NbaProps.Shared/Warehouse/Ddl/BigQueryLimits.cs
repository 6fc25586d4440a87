namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>What BigQuery asks of a table beyond its syntax: a table that breaks one of these would be refused when it is created.</summary>
public static class BigQueryLimits
{
    private const int LongestColumnDescription = 1_024;
    private const int LongestTableDescription = 16_384;
    private const int MostKeyColumns = 16;

    /// <summary>Whether the key can be declared. It is never enforced, but BigQuery refuses a FLOAT64 in it, and more than sixteen columns.</summary>
    public static bool CanDeclareKey(TableSchema table) =>
        table.Key.Count <= MostKeyColumns && table.Key.All(name => table.Column(name).Type != ColumnType.Float64);

    /// <summary>What BigQuery would refuse, and what nobody would understand.</summary>
    public static IEnumerable<SchemaFinding> Check(TableSchema table)
    {
        if (Described(table.Description, LongestTableDescription) is { } tableProblem)
        {
            yield return new(SchemaProblem.Description, table.FullName, tableProblem, "change the summary of the table's record");
        }

        foreach (var column in table.Columns)
        {
            if (Described(column.Description, LongestColumnDescription) is { } columnProblem)
            {
                yield return new(SchemaProblem.Description, $"{table.FullName}.{column.Name}", columnProblem, "change the summary of the column's property");
            }

            if (!IsName(column.Name))
            {
                yield return new(
                    SchemaProblem.Unsupported, $"{table.FullName}.{column.Name}", "a column's name is a to z, digits and underscores, and begins with a letter", "give the property a [Column]");
            }
        }

        foreach (var name in table.Cluster.Where(name => table.Column(name).Type == ColumnType.Float64))
        {
            yield return new(SchemaProblem.Unsupported, $"{table.FullName}.{name}", "BigQuery does not cluster by FLOAT64", "take [Cluster] from the property");
        }
    }

    private static string? Described(string description, int longest) => description.Length switch
    {
        0 => "no description",
        var length when length > longest => $"its description has {length} characters, BigQuery takes {longest}",
        _ => null,
    };

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 300 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
