using Microsoft.Data.Sqlite;

using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public sealed class SqliteWarehouseTests : EmbeddedWarehouseContract
{
    private readonly TestFolder _folder = new();
    private readonly List<SqliteWarehouse> _warehouses = [];

    public override async Task DisposeAsync()
    {
        foreach (var warehouse in _warehouses)
        {
            await warehouse.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Rows_and_fences_are_there_after_the_warehouse_was_closed_and_opened_again()
    {
        await ReplaceAsync(Monday, 5, Row(Monday, FirstGame, "a", 5));
        await Warehouse.SettleAsync(Samples, new Partition(Tuesday), 3, default);
        foreach (var warehouse in _warehouses)
        {
            await warehouse.DisposeAsync();
        }

        var again = Open();

        (await SamplesAsync(again)).ShouldBe(["a:5"]);
        (await again.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 4, Batch<Sample>(4)), default)).ShouldBe(FencedWrite.Superseded);
        (await again.ReplaceAsync(new PartitionWrite(Samples, new Partition(Tuesday), 3, Batch<Sample>(3)), default)).ShouldBe(FencedWrite.Superseded);
    }

    [Fact]
    public async Task On_a_full_disk_a_write_is_a_transient_error_the_old_rows_stay_and_it_works_again_when_there_is_space()
    {
        var small = Open(_folder.Options with { MaxPageCount = 120 });
        (await WriteAsync(small, Tuesday, 1, 1, 150_000)).ShouldBe(FencedWrite.Written);
        (await WriteAsync(small, Monday, 1, 1, 10)).ShouldBe(FencedWrite.Written);

        var error = await Should.ThrowAsync<TransientException>(() => WriteAsync(small, Monday, 2, 2, 400_000));

        error.Message.ShouldContain("contract.db");
        error.Message.ShouldContain("full");
        (await NumbersAsync(small)).ShouldBe([1L, 1L]);
        (await WriteAsync(small, Monday, 1, 1, 10)).ShouldBe(FencedWrite.Written, "the write that failed has not raised the fence");

        (await WriteAsync(small, Tuesday, 2, 2, 1)).ShouldBe(FencedWrite.Written);
        (await WriteAsync(small, Monday, 2, 2, 200_000)).ShouldBe(FencedWrite.Written);
        (await NumbersAsync(small)).ShouldBe([2L, 2L]);
    }

    [Fact]
    public async Task A_write_that_does_not_fit_leaves_those_that_share_its_commit_alone()
    {
        var small = Open(_folder.Options with { MaxPageCount = 150 });
        await WriteAsync(small, Monday, 1, 0, 10);
        await using var holder = Raw();
        await ExecuteAsync(holder, "BEGIN IMMEDIATE");
        var writes = Enumerable.Range(1, 12).Select(n => Task.Run(() => WriteAsync(small, Monday.AddDays(n), 1, n, n % 4 == 0 ? 1_000_000 : 100))).ToArray();
        await ExecuteAsync(holder, "ROLLBACK");

        for (var n = 1; n <= writes.Length; n++)
        {
            if (n % 4 == 0)
            {
                await Should.ThrowAsync<TransientException>(writes[n - 1]);
            }
            else
            {
                (await writes[n - 1]).ShouldBe(FencedWrite.Written);
            }
        }
    }

    [Fact]
    public async Task A_file_that_another_process_keeps_busy_is_a_transient_error_and_other_datasets_go_on()
    {
        var impatient = Open(_folder.Options with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await using var holder = Raw();
        await ExecuteAsync(holder, "BEGIN IMMEDIATE");

        (await Should.ThrowAsync<TransientException>(() => WriteAsync(impatient, Monday, 1, 1, 1))).Message.ShouldContain("contract.db");
        (await NumbersAsync(impatient)).ShouldBeEmpty();
        (await impatient.ReplaceAsync(new PartitionWrite(Quotes, new Partition(Monday), 1, Batch(1, Quote(0, 1))), default)).ShouldBe(FencedWrite.Written);

        await ExecuteAsync(holder, "ROLLBACK");
        (await WriteAsync(impatient, Monday, 1, 1, 1)).ShouldBe(FencedWrite.Written);
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_refuses_further_ones()
    {
        var warehouse = Open(_folder.Options);
        var writes = Enumerable.Range(0, 50).Select(n => WriteAsync(warehouse, Monday.AddDays(n), 1, n, 10)).ToArray();

        await warehouse.DisposeAsync();

        (await Task.WhenAll(writes)).ShouldAllBe(outcome => outcome == FencedWrite.Written);
        await Should.ThrowAsync<ObjectDisposedException>(() => WriteAsync(warehouse, Monday, 2, 1, 1));
    }

    [Fact]
    public async Task A_caller_that_cancels_stops_waiting_and_the_writer_goes_on()
    {
        await using var holder = Raw();
        await ExecuteAsync(holder, "BEGIN IMMEDIATE");
        using var impatience = new CancellationTokenSource();
        var write = Warehouse.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a", 1))), impatience.Token);

        await impatience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(write);
        await ExecuteAsync(holder, "ROLLBACK");
        (await ReplaceAsync(Monday, 2, Row(Monday, FirstGame, "a", 2))).ShouldBe(FencedWrite.Written);
    }

    [Fact]
    public async Task Columns_are_declared_by_sqlites_own_type_names_only()
    {
        await using var connection = Raw();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT type FROM pragma_table_info('samples') ORDER BY type";
        await using var reader = await command.ExecuteReaderAsync();
        var types = new List<string>();
        while (await reader.ReadAsync())
        {
            types.Add(reader.GetString(0));
        }

        types.ShouldBe(["INTEGER", "REAL", "TEXT"]);
    }

    protected override IWarehouse Open() => Open(_folder.Options);

    private SqliteWarehouse Open(EmbeddedOptions options)
    {
        var warehouse = new SqliteWarehouse(options);
        _warehouses.Add(warehouse);
        return warehouse;
    }

    private static Task<FencedWrite> WriteAsync(SqliteWarehouse warehouse, Domain.Calendar.GameDate date, long token, long number, int length) =>
        warehouse.ReplaceAsync(new PartitionWrite(Samples, new Partition(date), token, Batch(token, Row(date, FirstGame, "a", number) with { Text = new string('x', length) })), default);

    private async Task<object?[]> NumbersAsync(SqliteWarehouse warehouse) =>
        [.. (await warehouse.ReadAsync(new ReadRequest(Samples, ["number"], Both, []), default)).Rows.Select(row => row[0])];

    private SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "warehouse", "contract.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
