using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Lists the games of a date from the table that a declaration names.</summary>
internal interface IGameLister
{
    /// <summary>Game ids in order, each once.</summary>
    Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, CancellationToken cancellationToken);
}

/// <summary>Lists games from the warehouse.</summary>
internal sealed class WarehouseGames(IWarehouse warehouse) : IGameLister
{
    public async Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, CancellationToken cancellationToken)
    {
        var batch = await warehouse.ReadAsync(new ReadRequest(table, ["game_id"], new GameDateRange(date, date), []), cancellationToken);
        return batch.Rows.Select(row => (string)row[0]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(GameId.Parse).ToArray();
    }
}
