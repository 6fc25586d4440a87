using System.Collections.Concurrent;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Lists the games of a date from the table that a declaration names.</summary>
internal interface IGameLister
{
    /// <summary>Game ids in order, each once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="date">The date.</param>
    /// <param name="units">Says how the table's own unit of the date stands.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, IUnitReader units, CancellationToken cancellationToken);
}

/// <summary>
/// Lists games from the warehouse, and reads a date again only when its table's unit has been acquired since: who compares a season at every tick would else ask for
/// each of its dates each time, which is a query each and in a season of ticks more than a warehouse allows.
/// </summary>
internal sealed class WarehouseGames(IWarehouse warehouse, StateCalls calls) : IGameLister
{
    // Two tables of a decade's dates.
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<(TableSchema Table, GameDate Date), Listed> _listed = new();

    public async Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, IUnitReader units, CancellationToken cancellationToken)
    {
        var document = await units.FindAsync(new UnitKey(table.Name, new(date)), cancellationToken);
        var place = (table, date);

        // Only a unit writes its table: as long as it was never acquired there is no row. That is token 0.
        var token = document?.Token ?? 0;
        if (document is null or { Open.Count: 0 } && _listed.TryGetValue(place, out var known) && known.Token == token)
        {
            return known.Games;
        }

        var request = new ReadRequest(table, ["game_id"], new GameDateRange(date, date), []);
        var batch = await calls.RepeatAsync(token => warehouse.ReadAsync(request, token), cancellationToken);
        GameId[] games = [.. batch.Rows.Select(row => (string)row[0]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(GameId.Parse)];

        // A write under a token that is open may arrive at any moment.
        if (document is null or { Open.Count: 0 })
        {
            if (_listed.Count >= Capacity)
            {
                _listed.Clear();
            }

            _listed[place] = new Listed(token, games);
        }

        return games;
    }

    private sealed record Listed(long Token, IReadOnlyList<GameId> Games);
}
