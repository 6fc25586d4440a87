using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;

namespace NbaProps.EndToEnd.Support;

/// <summary>What a warehouse elsewhere holds, beside a folder's.</summary>
internal static class Tables
{
    // Predictions of a date rest on rows of the weeks before, and its schedule on those after.
    private const int DaysAround = 30;

    /// <summary>Every table has the same rows, in the same order, but for lineage.</summary>
    /// <param name="folder">The folder whose tables are right.</param>
    /// <param name="other">The warehouse that is compared.</param>
    /// <param name="dates">The dates that were walked.</param>
    /// <param name="leastRows">How many rows there are at least, over all tables.</param>
    public static async Task ShouldBeSameAsync(string folder, IWarehouse other, GameDateRange dates, int leastRows)
    {
        await using var embedded = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = folder });
        var around = new GameDateRange(dates.From.AddDays(-DaysAround), dates.To.AddDays(DaysAround));
        var rows = 0;
        foreach (var table in NbaPipeline.Manifest.Tables)
        {
            var all = new ReadRequest(table, [.. table.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name)], around, []);
            var (ours, theirs) = (await embedded.ReadAsync(all, default), await other.ReadAsync(all, default));
            theirs.Rows.Select(Text).ShouldBe(ours.Rows.Select(Text), table.FullName);
            rows += theirs.Rows.Count;
        }

        rows.ShouldBeGreaterThan(leastRows);
    }

    private static string Text(object?[] row) => string.Join(" | ", row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL"));
}
