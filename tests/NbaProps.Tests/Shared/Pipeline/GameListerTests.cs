using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A watcher lists the games of every date of a season at every tick: what costs a query in a warehouse of the cloud is read when it may have changed, and not each time.</summary>
public sealed class GameListerTests
{
    private static readonly TableSchema Table = Table<PredictionRequestRow>.Instance.Schema;
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitDocument Unit = new() { Unit = new UnitKey(Table.Name, new(Day)).ToString(), Token = 1 };

    private readonly InMemoryStateStore _state = new(new FakeTimeProvider());
    private readonly CountedWarehouse _warehouse = new();
    private readonly StateCalls _calls;

    public GameListerTests() => _calls = new StateCalls(_state, TimeProvider.System, new RuntimeOptions { StateRetryDelay = TimeSpan.Zero });

    [Fact]
    public async Task A_date_is_read_once_for_each_time_that_its_tables_unit_was_acquired()
    {
        var games = new WarehouseGames(_warehouse, _calls);
        foreach (var (token, reads) in new[] { (1L, 1), (1L, 1), (2L, 2), (2L, 2) })
        {
            await ListAsync(games, Unit with { Token = token });
            _warehouse.Reads.ShouldBe(reads);
        }
    }

    [Fact]
    public async Task While_a_write_is_open_nothing_is_taken_for_known()
    {
        var games = new WarehouseGames(_warehouse, _calls);
        foreach (var reads in new[] { 1, 2, 3 })
        {
            await ListAsync(games, Unit with { Open = [1] });
            _warehouse.Reads.ShouldBe(reads);
        }

        await ListAsync(games, Unit);
        await ListAsync(games, Unit with { Open = [1] });
        _warehouse.Reads.ShouldBe(5);
    }

    // Nobody else writes the table: a gate that stays shut before it must not cost two queries at every look.
    [Fact]
    public async Task A_table_whose_unit_never_ran_has_no_games_and_is_not_asked_again_until_it_has()
    {
        var games = new WarehouseGames(_warehouse, _calls);
        await ListAsync(games, unit: null);
        await ListAsync(games, unit: null);
        _warehouse.Reads.ShouldBe(1);
        await ListAsync(games, Unit);
        _warehouse.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Each_date_and_each_table_has_its_own_games_and_a_new_token_shows_what_it_wrote()
    {
        var games = new WarehouseGames(_warehouse, _calls);
        var (next, other) = (Day.AddDays(1), Table<NbacScheduleRow>.Instance.Schema);
        foreach (var (table, date, game) in new[] { (Table, Day, "0022500001"), (Table, next, "0022500002"), (other, Day, "0022500003") })
        {
            _warehouse.Games[(table, date)] = game;
            await PutAsync(Unit with { Unit = new UnitKey(table.Name, new(date)).ToString() });
        }

        (await GamesAsync(games, Table, Day), await GamesAsync(games, Table, next), await GamesAsync(games, other, Day)).ShouldBe(("0022500001", "0022500002", "0022500003"));
        _warehouse.Games[(Table, Day)] = "0022500004";
        (await GamesAsync(games, Table, Day)).ShouldBe("0022500001");
        await PutAsync(Unit with { Token = 2 });
        (await GamesAsync(games, Table, Day), await GamesAsync(games, Table, next)).ShouldBe(("0022500004", "0022500002"));
    }

    private async Task ListAsync(WarehouseGames games, UnitDocument? unit)
    {
        if (unit is not null)
        {
            await PutAsync(unit);
        }

        (await GamesAsync(games, Table, Day)).ShouldBe(string.Empty);
    }

    private async Task<string> GamesAsync(WarehouseGames games, TableSchema table, GameDate date) =>
        string.Join(' ', await games.ListAsync(table, date, new StoredUnits(_calls, new UnitRecords()), CancellationToken.None));

    private async Task PutAsync(UnitDocument unit) =>
        (await _state.CommitAsync([new DocumentWrite(unit.Key.Path, StateJson.Write(unit), Precondition.None)], CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();

    private sealed class CountedWarehouse : IWarehouse
    {
        public Dictionary<(TableSchema Table, GameDate Date), string> Games { get; } = [];

        public int Reads { get; private set; }

        public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(new RowBatch(request.Columns, Games.TryGetValue((request.Table, request.Range.From), out var game) ? [[game]] : []));
        }

        public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
