using System.Globalization;

using NbaProps.Shared.Warehouse;

namespace NbaProps.Truth.Comparing;

/// <summary>Compares rows by key, column by column.</summary>
internal static class RowComparison
{
    // Sums in another order differ in their last bits; nothing that a count of a game can change is so small.
    private const double Slack = 1e-9;

    /// <summary>Adds what differs to a report.</summary>
    /// <param name="expected">What happened.</param>
    /// <param name="found">What the table has.</param>
    /// <param name="report">Takes counts and differences.</param>
    public static void Compare<TRow>(IReadOnlyCollection<TRow> expected, IReadOnlyCollection<TRow> found, TableReport report)
        where TRow : WarehouseRow
    {
        report.Rows += found.Count;
        var there = Keyed(found, report, doubled: "should not be there twice");
        foreach (var (key, happened) in Keyed(expected, report, doubled: "happened twice"))
        {
            if (there.Remove(key, out var said))
            {
                Compare<TRow>(key, happened, said, report);
            }
            else
            {
                report.Add(new(report.Table, key, null, "a row", null));
            }
        }

        foreach (var key in there.Keys)
        {
            report.Add(new(report.Table, key, null, null, "a row"));
        }
    }

    private static void Compare<TRow>(string key, object?[] expected, object?[] found, TableReport report)
        where TRow : WarehouseRow
    {
        var columns = Table<TRow>.Instance.Schema.Columns;
        for (var index = 0; index < expected.Length; index++)
        {
            if (columns[index].Role == ColumnRole.AsOf && expected[index] is DateTimeOffset asOf && asOf == default)
            {
                continue;
            }

            report.Cells++;
            if (!Same(expected[index], found[index]))
            {
                report.Add(new(report.Table, key, columns[index].Name, Text(expected[index]), Text(found[index])));
            }
        }
    }

    private static SortedDictionary<string, object?[]> Keyed<TRow>(IEnumerable<TRow> rows, TableReport report, string doubled)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var places = table.Schema.Key.Select(name => table.ContentColumns.ToList().IndexOf(name)).ToArray();
        var keyed = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var values in rows.Select(table.ToValues))
        {
            var key = string.Join(' ', places.Select(place => Text(values[place])));
            if (!keyed.TryAdd(key, values))
            {
                report.Add(new(report.Table, key, "the key", "one row", doubled));
            }
        }

        return keyed;
    }

    private static bool Same(object? expected, object? found) => (expected, found) switch
    {
        (double left, double right) => Math.Abs(left - right) <= Slack * Math.Max(1, Math.Abs(left)),

        // The stores keep microseconds, and no offset.
        (DateTimeOffset left, DateTimeOffset right) => left.UtcTicks / 10 == right.UtcTicks / 10,
        _ => Equals(expected, found),
    };

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
