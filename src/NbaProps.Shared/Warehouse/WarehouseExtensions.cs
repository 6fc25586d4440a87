using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse;

/// <summary>The warehouse in terms of records.</summary>
public static class WarehouseExtensions
{
    /// <summary>Rows of a range of dates as records, ordered by the table's key. Lineage is not read.</summary>
    /// <typeparam name="TRow">Row of the table.</typeparam>
    /// <param name="warehouse">Where from.</param>
    /// <param name="range">The game dates, both ends included.</param>
    /// <param name="filters">Conditions that must all hold; null for none.</param>
    /// <param name="limit">At most this many rows; null for all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="PermanentException">A stored value is none that the record may have; the message names the column.</exception>
    public static async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(
        this IWarehouse warehouse,
        GameDateRange range,
        IReadOnlyList<ColumnFilter>? filters = null,
        int? limit = null,
        CancellationToken cancellationToken = default)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var batch = await warehouse.ReadAsync(new ReadRequest(table.Schema, table.ContentColumns, range, filters ?? [], limit), cancellationToken);
        if (!batch.Columns.SequenceEqual(table.ContentColumns, StringComparer.Ordinal))
        {
            // Values in another order would become a record without complaint wherever the types agree.
            throw new InvalidOperationException(
                $"{table.Schema.FullName}: the warehouse answered the columns [{string.Join(", ", batch.Columns)}], asked were [{string.Join(", ", table.ContentColumns)}].");
        }

        var rows = new TRow[batch.Rows.Count];
        for (var index = 0; index < rows.Length; index++)
        {
            rows[index] = table.FromValues(batch.Rows[index]);
        }

        return rows;
    }

    /// <summary>
    /// Creates the tables, or adds the nullable columns they lack. Every table is tried; those that differ in what only a person may change
    /// are named together at the end, so that one look shows all there is to do.
    /// </summary>
    /// <param name="warehouse">Where.</param>
    /// <param name="tables">The tables, in the order in which they are applied.</param>
    /// <param name="cancellationToken">Stops before the next table.</param>
    /// <exception cref="PermanentException">Some tables could not be brought to their schema; one line each.</exception>
    public static async Task EnsureTablesAsync(this IWarehouse warehouse, IEnumerable<TableSchema> tables, CancellationToken cancellationToken = default)
    {
        var refused = new List<PermanentException>();
        foreach (var table in tables)
        {
            try
            {
                await warehouse.ApplySchemaAsync(table, cancellationToken);
            }
            catch (PermanentException refusal)
            {
                refused.Add(refusal);
            }
        }

        if (refused.Count > 0)
        {
            throw new PermanentException(string.Join('\n', refused.Select(refusal => refusal.Message)), refused[0]);
        }
    }
}
