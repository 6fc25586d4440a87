using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

/// <summary>A warehouse under test with the tables of the tests, and what they write and read.</summary>
public abstract class WarehouseFixture : IAsyncLifetime
{
    protected static readonly GameDate Monday = new(2026, 1, 12);
    protected static readonly GameDate Tuesday = new(2026, 1, 13);
    protected static readonly GameId FirstGame = GameId.Parse("0022500560");
    protected static readonly GameId SecondGame = GameId.Parse("0022500561");
    protected static readonly GameDateRange Both = new(Monday, Tuesday);
    protected static readonly DateTimeOffset AsOf = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero);

    /// <summary>The warehouse under test, with the test tables and no rows.</summary>
    protected IWarehouse Warehouse { get; private set; } = null!;

    /// <summary>Another instance over the same tables, as another process has it; the same instance where there is no such thing.</summary>
    protected IWarehouse Other { get; private set; } = null!;

    protected static TableSchema Samples => Table<Sample>.Instance.Schema;

    protected static TableSchema Standings => Table<Standing>.Instance.Schema;

    protected static TableSchema Events => Table<LoggedEvent>.Instance.Schema;

    protected static TableSchema Quotes => Table<Quote>.Instance.Schema;

    public virtual async Task InitializeAsync()
    {
        Warehouse = Open();
        Other = Open();
        foreach (var table in new[] { Samples, Standings, Events, Quotes })
        {
            await Warehouse.ApplySchemaAsync(table, default);
        }
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    protected abstract IWarehouse Open();

    /// <summary>How long a row may take from a log to whoever reads it.</summary>
    protected virtual TimeSpan LogPatience => TimeSpan.Zero;

    /// <summary>Whether writes that meet in one partition may be refused for now.</summary>
    protected virtual bool MayRefuseForNow => false;

    /// <summary>How many writes are under way at once.</summary>
    protected virtual int AtOnce => 40;

    /// <summary>How often something is done that is done so many times where it costs nothing.</summary>
    protected virtual int Rounds(int usual) => usual;

    /// <summary>Rows with their lineage, as the runtime hands them to the store.</summary>
    protected static RowBatch Batch<TRow>(long token, params IReadOnlyList<TRow> rows)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var lineage = new Lineage($"run-{token}", "chain", AsOf.AddMinutes(token), token, token);
        var values = rows.Select(row =>
        {
            var stored = new object?[table.Schema.Columns.Count];
            table.ToValues(row).CopyTo(stored, 0);
            lineage.CopyTo(stored, table.ContentColumns.Count);
            return stored;
        });
        return new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [.. values]);
    }

    protected static Sample Row(GameDate date, GameId game, string name, long? number = null) =>
        new() { GameDate = date, GameId = game, Name = name, Number = number, Source = "test", AsOf = AsOf };

    protected static Standing Stand(string team, long? wins, string? note, GameDate? date = null) =>
        new() { GameDate = date ?? Monday, Team = team, Wins = wins, Note = note, Source = "test", AsOf = AsOf };

    protected static LoggedEvent Happened(string what, int microsecond = 0) =>
        new() { GameDate = Monday, At = AsOf.AddMicroseconds(microsecond), What = what, Source = "test", AsOf = AsOf };

    protected Task<FencedWrite> ReplaceAsync(Partition partition, long token, params Sample[] rows) =>
        Warehouse.ReplaceAsync(new PartitionWrite(Samples, partition, token, Batch(token, rows)), default);

    protected Task<FencedWrite> ReplaceAsync(GameDate date, long token, params Sample[] rows) => ReplaceAsync(new Partition(date), token, rows);

    protected Task<FencedWrite> MergeAsync(long token, string[] updateColumns, params Standing[] rows) =>
        Warehouse.MergeAsync(new PartitionWrite(Standings, new Partition(Monday), token, Batch(token, rows)), updateColumns, default);

    protected async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(IWarehouse? warehouse = null, int? limit = null, params ColumnFilter[] filters)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var batch = await (warehouse ?? Warehouse).ReadAsync(new ReadRequest(table.Schema, table.ContentColumns, Both, filters, limit), default);
        return [.. batch.Rows.Select(table.FromValues)];
    }

    /// <summary>Names and numbers of the samples, as name:number.</summary>
    protected async Task<string[]> SamplesAsync(IWarehouse? warehouse = null) =>
        [.. (await ReadAsync<Sample>(warehouse)).Select(row => $"{row.Name}:{row.Number}")];

    /// <summary>The rows of the log, as soon as there are so many.</summary>
    protected async Task<IReadOnlyList<LoggedEvent>> LoggedAsync(int count, IWarehouse? warehouse = null)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            var rows = await ReadAsync<LoggedEvent>(warehouse);
            if (rows.Count >= count || TimeProvider.System.GetElapsedTime(began) >= LogPatience)
                return rows;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
