namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>What became of a migration.</summary>
/// <param name="Changed">Full names of the tables that were made or given columns.</param>
/// <param name="Refused">What is not as its record says and cannot be mended by adding; each with what a person has to do. Its tables were left as they are.</param>
public sealed record SchemaMigrationReport(IReadOnlyList<string> Changed, IReadOnlyList<SchemaFinding> Refused);

/// <summary>Makes live tables what their records say, as far as that takes additions only: nothing that is there is changed or lost.</summary>
public static class SchemaMigration
{
    /// <summary>Makes missing tables, and adds missing columns that may be NULL. A table that needs anything else is left whole.</summary>
    /// <param name="warehouse">Where the tables are.</param>
    /// <param name="tables">The tables as they should be.</param>
    /// <param name="cancellationToken">Stops between two tables.</param>
    public static async Task<SchemaMigrationReport> ApplyAsync(IWarehouse warehouse, IEnumerable<TableSchema> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(tables);
        var (changed, refused) = (new List<string>(), new List<SchemaFinding>());
        foreach (var table in tables)
        {
            var findings = SchemaDiff.Compare(table, await warehouse.DescribeAsync(table, cancellationToken));
            SchemaFinding[] beyond = [.. findings.Where(finding => !SchemaDiff.IsAddition(finding))];
            if (beyond.Length > 0)
            {
                refused.AddRange(beyond);
                continue;
            }

            if (findings.Count > 0)
            {
                await warehouse.ApplySchemaAsync(table, cancellationToken);
                changed.Add(table.FullName);
            }
        }

        return new(changed, refused);
    }
}
