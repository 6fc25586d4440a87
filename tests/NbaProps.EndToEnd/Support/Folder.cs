using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;

namespace NbaProps.EndToEnd.Support;

/// <summary>The tables of a data folder, read as anyone would read them.</summary>
internal sealed class Folder(string path)
{
    public string Path { get; } = path;

    public IReadOnlyList<object?[]> Sql(string statement) =>
        new SqliteSql(new EmbeddedOptions { DataDirectory = Path }).QueryAsync(statement, CancellationToken.None).GetAwaiter().GetResult().Rows;

    public long Number(string statement) => (long)Sql(statement)[0][0]!;

    /// <summary>A copy under another path, of all files or of some; nothing may be at work in it.</summary>
    public Folder CopyTo(string path, Func<string, bool>? which = null)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(which ?? (_ => true)))
        {
            var copy = System.IO.Path.Combine(path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new Folder(path);
    }

    /// <summary>Every row of every data table as text: all columns but lineage.</summary>
    public SortedDictionary<string, string[]> Content(string where = "1=1") => new(
        NbaPipeline.Manifest.Tables.ToDictionary(table => table.FullName, table => Rows(table, where), StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The tables in which two folders differ, with the rows that only one of them has.</summary>
    public static IReadOnlyList<string> Differences(SortedDictionary<string, string[]> left, SortedDictionary<string, string[]> right) => left.Keys
        .SelectMany(table => left[table].Except(right[table], StringComparer.Ordinal).Select(row => $"{table} only left: {row}")
            .Concat(right[table].Except(left[table], StringComparer.Ordinal).Select(row => $"{table} only right: {row}")))
        .ToArray();

    private string[] Rows(TableSchema table, string where)
    {
        var columns = table.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name);
        var date = table.PartitionColumn;
        return Sql($"SELECT {string.Join(", ", columns)} FROM {table.FullName} WHERE {where.Replace("DATE", date, StringComparison.Ordinal)}")
            .Select(row => string.Join(" | ", row.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "NULL")))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }
}
