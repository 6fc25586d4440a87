using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Truth.Comparing;

/// <summary>What the tables say on a date, for what no truth decides: a system's opinion.</summary>
internal sealed class Stored(IWarehouse warehouse, GameDate date)
{
    public Task<IReadOnlyList<TRow>> RowsAsync<TRow>(CancellationToken cancellationToken)
        where TRow : WarehouseRow => warehouse.ReadAsync<TRow>(new GameDateRange(date, date), cancellationToken: cancellationToken);
}
