namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>Compares a declared table with the one in the store.</summary>
public static class SchemaDiff
{
    private const string Apply = "./nbaprops schema apply";

    /// <summary>Every difference, in the order of the declared columns; empty when there is none.</summary>
    /// <param name="table">The table as it should be.</param>
    /// <param name="live">The table as it is; null when it does not exist.</param>
    public static IReadOnlyList<SchemaFinding> Compare(TableSchema table, LiveTable? live)
    {
        if (live is null)
        {
            return [new(SchemaProblem.TableMissing, table.FullName, "the table does not exist", Apply)];
        }

        var rest = live.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var findings = new List<SchemaFinding>();
        foreach (var column in table.Columns)
        {
            if (!rest.Remove(column.Name, out var found))
            {
                findings.Add(Missing(table, column));
            }
            else if (Differs(table, column, found) is { } difference)
            {
                findings.Add(difference);
            }
        }

        findings.AddRange(live.Columns.Where(column => rest.ContainsKey(column.Name)).Select(column => new SchemaFinding(
            SchemaProblem.ColumnUnknown, $"{table.FullName}.{column.Name}", "the store has a column that the record has not", Alter(table, $"DROP COLUMN {SqlText.Name(column.Name)}"))));
        if (live.Key is { } key && !key.SequenceEqual(table.Key, StringComparer.Ordinal))
        {
            findings.Add(new(SchemaProblem.KeyDiffers, table.FullName, $"its key is ({string.Join(", ", key)}) in the store, ({string.Join(", ", table.Key)}) in the record", Rebuild(table)));
        }

        return findings;
    }

    /// <summary>Whether a finding is mended by making the table or adding a column to it.</summary>
    internal static bool IsAddition(SchemaFinding finding) =>
        finding.Problem == SchemaProblem.TableMissing
        || (finding.Problem == SchemaProblem.ColumnMissing && string.Equals(finding.Command, Apply, StringComparison.Ordinal));

    // BigQuery cannot add a column that may not be NULL to a table that exists, because of the rows that are there.
    private static SchemaFinding Missing(TableSchema table, ColumnSchema column) => new(
        SchemaProblem.ColumnMissing,
        $"{table.FullName}.{column.Name}",
        column.Nullable ? "the store lacks the column" : "the store lacks the column, and it cannot be added because it may not be NULL",
        column.Nullable ? Apply : $"make the property nullable and run {Apply}, or {Rebuild(table)}");

    private static SchemaFinding? Differs(TableSchema table, ColumnSchema column, LiveColumn live)
    {
        var subject = $"{table.FullName}.{column.Name}";
        if (live.Type != column.Type)
        {
            return new(SchemaProblem.TypeDiffers, subject, $"is {SqlText.TypeName(live.Type)} in the store, {SqlText.TypeName(column.Type)} in the record", Rebuild(table));
        }

        return (live.Nullable, column.Nullable) switch
        {
            (false, true) => new(
                SchemaProblem.NullabilityDiffers, subject, "may be NULL in the record, not in the store", Alter(table, $"ALTER COLUMN {SqlText.Name(column.Name)} DROP NOT NULL")),
            (true, false) => new(
                SchemaProblem.NullabilityDiffers, subject, "may be NULL in the store, not in the record", $"make the property nullable, or {Rebuild(table)}"),
            _ => null,
        };
    }

    private static string Alter(TableSchema table, string action) => $"bq query --use_legacy_sql=false 'ALTER TABLE {SqlText.Name(table.FullName)} {action}'";

    private static string Rebuild(TableSchema table) => table.Kind == TableKind.Log
        ? $"copy the rows of {table.FullName} to a table of the new schema: a log has no other source"
        : $"drop {table.FullName}, then {Apply} and ./nbaprops rerun --processor {table.Name} --from D --to D";
}
