using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Comparing;

/// <summary>What one table must say, as its own rows: a column that is added to the table does not compile here before somebody has said what is true of it.</summary>
/// <typeparam name="TRow">Row of the table.</typeparam>
internal abstract class TableTruth<TRow> : ITableTruth
    where TRow : WarehouseRow
{
    /// <summary>An as-of that is not said: since when a row has stood is then not compared.</summary>
    protected static DateTimeOffset NotSaid => default;

    public TableSchema Table => Table<TRow>.Instance.Schema;

    public async Task CompareAsync(IWarehouse warehouse, DayTruth day, TableReport report, CancellationToken cancellationToken)
    {
        var found = await warehouse.ReadAsync<TRow>(new GameDateRange(day.Date, day.Date), cancellationToken: cancellationToken);
        RowComparison.Compare([.. await RowsAsync(day, new Stored(warehouse, day.Date), cancellationToken)], found, report);
    }

    /// <summary>The rows of a date by what happened, in any order.</summary>
    protected abstract IEnumerable<TRow> Rows(DayTruth day);

    /// <summary>The same for a table that also repeats what another one says.</summary>
    /// <param name="day">The date.</param>
    /// <param name="stored">What other tables say.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    protected virtual Task<IEnumerable<TRow>> RowsAsync(DayTruth day, Stored stored, CancellationToken cancellationToken) => Task.FromResult(Rows(day));
}
