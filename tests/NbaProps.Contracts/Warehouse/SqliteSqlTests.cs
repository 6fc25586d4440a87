using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public sealed class SqliteSqlTests : IAsyncLifetime
{
    private static readonly GameDate Monday = new(2026, 1, 12);
    private readonly TestFolder _folder = new();
    private SqliteWarehouse _warehouse = null!;
    private SqliteSql _sql = null!;

    public async Task InitializeAsync()
    {
        _warehouse = new SqliteWarehouse(_folder.Options);
        _sql = new SqliteSql(_folder.Options);
        await _warehouse.ApplySchemaAsync(Table<Sample>.Instance.Schema, default);
        await _warehouse.ApplySchemaAsync(Table<Quote>.Instance.Schema, default);
        await WriteAsync(1);
    }

    public async Task DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Tables_are_read_as_dataset_and_table()
    {
        var result = await _sql.QueryAsync("SELECT game_date, game_id, name AS who, number, real, flag, instant, text FROM contract.samples", default);

        result.Columns.ShouldBe(["game_date", "game_id", "who", "number", "real", "flag", "instant", "text"]);
        result.Rows.ShouldHaveSingleItem().ShouldBe(["2026-01-12", "0022500560", "a", 1L, 0.5, 1L, "2026-01-12T18:00:00.000001Z", null]);
    }

    [Fact]
    public async Task Tables_of_several_datasets_are_joined_and_an_empty_answer_has_columns()
    {
        var result = await _sql.QueryAsync("WITH s AS (SELECT * FROM contract.samples) SELECT s.name, q.line FROM s JOIN contract_other.quotes q USING (game_date)", default);

        result.Columns.ShouldBe(["name", "line"]);
        result.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_warehouse_is_read_while_it_is_written_and_after_it_was_closed()
    {
        await WriteAsync(2);
        (await _sql.QueryAsync("SELECT token FROM contract.samples", default)).Rows[0][0].ShouldBe(2L);

        await _warehouse.DisposeAsync();
        (await _sql.QueryAsync("SELECT token FROM contract.samples", default)).Rows[0][0].ShouldBe(2L);
    }

    [Theory]
    [InlineData("PRAGMA contract.table_info(samples)")]
    [InlineData("EXPLAIN QUERY PLAN SELECT * FROM contract.samples")]
    [InlineData("VALUES (1), (2)")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i) FROM n")]
    [InlineData("SELECT name, row_number() OVER (ORDER BY name) FROM contract.samples GROUP BY name ORDER BY 1;")]
    [InlineData("SELECT name FROM contract.sqlite_master")]
    public async Task What_only_reads_is_answered(string sql)
    {
        (await _sql.QueryAsync(sql, default)).Rows.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("DELETE FROM contract.samples")]
    [InlineData("INSERT INTO contract.samples DEFAULT VALUES")]
    [InlineData("UPDATE contract.samples SET number = 2")]
    [InlineData("DROP TABLE contract.samples")]
    [InlineData("CREATE TABLE contract.t(a)")]
    [InlineData("CREATE TEMP TABLE t(a)")]
    [InlineData("PRAGMA query_only=0")]
    [InlineData("PRAGMA writable_schema=1")]
    [InlineData("PRAGMA contract.journal_mode=DELETE")]
    [InlineData("ATTACH 'stolen.db' AS stolen")]
    [InlineData("DETACH contract")]
    [InlineData("VACUUM INTO 'stolen.db'")]
    [InlineData("BEGIN IMMEDIATE")]
    [InlineData("REINDEX contract.samples")]
    [InlineData("ANALYZE contract")]
    [InlineData("SELECT load_extension('x')")]
    [InlineData("SELECT 1; DELETE FROM contract.samples")]
    [InlineData("PRAGMA query_only=0; DELETE FROM contract.samples")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT nothing FROM contract.samples")]
    [InlineData("SELECT * FROM contract.nothing")]
    [InlineData("SELEC")]
    public async Task What_would_change_something_or_is_wrong_is_refused_and_nothing_is_changed(string sql)
    {
        await Should.ThrowAsync<SqlRefusedException>(() => _sql.QueryAsync(sql, default));

        (await _sql.QueryAsync("SELECT number FROM contract.samples", default)).Rows.ShouldHaveSingleItem().ShouldBe([1L]);
        File.Exists("stolen.db").ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_without_a_warehouse_is_not_created()
    {
        using var empty = new TestFolder();
        var sql = new SqliteSql(empty.Options with { DataDirectory = Path.Combine(empty.Path, "none") });

        (await sql.QueryAsync("SELECT 1 AS one", default)).Rows.ShouldHaveSingleItem().ShouldBe([1L]);
        Directory.Exists(Path.Combine(empty.Path, "none")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_statement_without_end_is_interrupted_when_it_is_cancelled()
    {
        // Cancelled at many moments: before the statement begins, as it begins, and while it runs.
        for (var turns = 0; turns < 40; turns++)
        {
            using var impatience = new CancellationTokenSource();
            var endless = _sql.QueryAsync("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", impatience.Token);
            for (var turn = 0; turn < turns; turn++)
            {
                await _sql.QueryAsync("SELECT 1", default);
            }

            await impatience.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(endless);
        }
    }

    private Task WriteAsync(long token)
    {
        var table = Table<Sample>.Instance;
        var asOf = new DateTimeOffset(2026, 1, 12, 18, 0, 0, TimeSpan.Zero);
        var row = new object?[table.Schema.Columns.Count];
        table.ToValues(new Sample
        {
            GameDate = Monday,
            GameId = GameId.Parse("0022500560"),
            Name = "a",
            Number = 1,
            Real = 0.5,
            Flag = true,
            Instant = asOf.AddMicroseconds(1),
            Source = "test",
            AsOf = asOf,
        }).CopyTo(row, 0);
        new Lineage("run", "chain", asOf, token, token).CopyTo(row, table.ContentColumns.Count);
        var batch = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [row]);
        return _warehouse.ReplaceAsync(new PartitionWrite(table.Schema, new Partition(Monday), token, batch), default);
    }
}
