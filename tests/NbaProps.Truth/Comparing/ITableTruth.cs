using NbaProps.Shared.Warehouse;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Comparing;

/// <summary>What one table must say, by what the league knows happened.</summary>
internal interface ITableTruth
{
    /// <summary>The table.</summary>
    TableSchema Table { get; }

    /// <summary>Holds the table's partition of a date against what happened.</summary>
    Task CompareAsync(IWarehouse warehouse, DayTruth day, TableReport report, CancellationToken cancellationToken);
}
