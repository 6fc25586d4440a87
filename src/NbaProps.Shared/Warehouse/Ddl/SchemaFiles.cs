using System.Globalization;

namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>The SQL files of the tables: <c>schemas/bigquery/DATASET/TABLE.sql</c>, written from the records and checked against them.</summary>
public static class SchemaFiles
{
    private const string WriteCommand = "./nbaprops schema write";

    /// <summary>What is wrong with the tables or their files, in the order of the tables; empty when all is well.</summary>
    /// <param name="tables">All tables.</param>
    /// <param name="directory">The folder of the dataset folders; it need not exist.</param>
    public static IReadOnlyList<SchemaFinding> Check(IEnumerable<TableSchema> tables, string directory)
    {
        var all = tables.ToArray();
        var findings = new List<SchemaFinding>();
        foreach (var table in all)
        {
            findings.AddRange(BigQueryLimits.Check(table));
            if (CheckFile(table, directory) is { } finding)
            {
                findings.Add(finding);
            }
        }

        findings.AddRange(Unknown(all, directory).Select(path => new SchemaFinding(
            SchemaProblem.FileUnknown, path, "no table is declared for this file", IsGenerated(Path.Combine(directory, path)) ? WriteCommand : $"git rm {path}")));
        return findings;
    }

    /// <summary>Writes the files that are missing or differ, and removes generated files of tables that are gone. Others are left to a person.</summary>
    /// <returns>The files written or removed, relative to the folder.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(IEnumerable<TableSchema> tables, string directory, CancellationToken cancellationToken)
    {
        var all = tables.ToArray();
        var changed = new List<string>();
        foreach (var table in all.Where(table => CheckFile(table, directory) is not null))
        {
            var path = Path.Combine(directory, PathOf(table));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, BigQueryDdl.Write(table), cancellationToken);
            changed.Add(PathOf(table));
        }

        foreach (var path in Unknown(all, directory).Where(path => IsGenerated(Path.Combine(directory, path))).ToArray())
        {
            File.Delete(Path.Combine(directory, path));
            changed.Add(path);
        }

        return changed;
    }

    private static string PathOf(TableSchema table) => $"{table.Dataset}/{table.Name}.sql";

    private static SchemaFinding? CheckFile(TableSchema table, string directory)
    {
        var path = Path.Combine(directory, PathOf(table));
        if (!File.Exists(path))
        {
            return new(SchemaProblem.FileMissing, table.FullName, $"there is no file {PathOf(table)}", WriteCommand);
        }

        var expected = BigQueryDdl.Write(table);
        var found = File.ReadAllText(path);
        if (string.Equals(expected, found, StringComparison.Ordinal))
        {
            return null;
        }

        // A column that the code writes and the file lacks is what stops the night's writes: all of them by name, not the first line that differs.
        var columns = ColumnsIn(found);
        var lacking = table.Columns.Select(column => column.Name).Where(name => !columns.Contains(name)).ToArray();
        return lacking.Length > 0
            ? new(SchemaProblem.ColumnMissing, table.FullName, $"{PathOf(table)} lacks {string.Join(", ", lacking)}", WriteCommand)
            : new(SchemaProblem.FileDiffers, table.FullName, $"{PathOf(table)} differs from the record: {FirstDifference(expected, found)}", WriteCommand);
    }

    private static HashSet<string> ColumnsIn(string sql) =>
        [.. sql.Split('\n').Where(line => line.StartsWith("  `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];

    private static string FirstDifference(string expected, string found)
    {
        var wanted = expected.Split('\n');
        var lines = found.Split('\n');
        var at = wanted.Zip(lines).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
        return string.Create(CultureInfo.InvariantCulture, $"line {at + 1} is {Say(lines, at)}, the record says {Say(wanted, at)}");
    }

    // A line end of another machine is a difference too, and one that does not show.
    private static string Say(string[] lines, int at) => at < lines.Length ? $"'{lines[at].Replace("\r", @"\r", StringComparison.Ordinal)}'" : "missing";

    private static IEnumerable<string> Unknown(TableSchema[] tables, string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var known = tables.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(directory, "*.sql", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !known.Contains(path))
            .Order(StringComparer.Ordinal);
    }

    private static bool IsGenerated(string path) => File.ReadLines(path).FirstOrDefault() is { } line && line.TrimEnd('\r').Equals(BigQueryDdl.FirstLine, StringComparison.Ordinal);
}
