using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class WarehouseExtensionsTests
{
    private static readonly GameDateRange Range = new(Samples.Date, Samples.Date.AddDays(2));
    private readonly RecordingWarehouse _warehouse = new();

    [Fact]
    public async Task Rows_are_read_as_records()
    {
        SampleQuoteRow[] rows = [Samples.Quote(), Samples.Quote(book: "fanduel") with { Price = null }];
        _warehouse.Answer = new RowBatch(Table<SampleQuoteRow>.Instance.ContentColumns, rows.Select(Table<SampleQuoteRow>.Instance.ToValues).ToArray());
        (await _warehouse.ReadAsync<SampleQuoteRow>(Range)).ShouldBe(rows);
    }

    [Fact]
    public async Task A_read_asks_for_the_range_the_filters_and_the_limit_and_never_for_lineage()
    {
        _warehouse.Answer = new RowBatch(Table<SampleQuoteRow>.Instance.ContentColumns, []);
        var filter = new ColumnFilter("book", ["draftkings"]);
        await _warehouse.ReadAsync<SampleQuoteRow>(Range, [filter], limit: 3);
        var request = _warehouse.Request.ShouldNotBeNull();
        (request.Range, request.Limit).ShouldBe((Range, 3));
        request.Filters.ShouldBe([filter]);
        request.Columns.ShouldBe(["game_date", "game_id", "book", "seen_at", "line", "price", "source", "as_of"]);
    }

    [Fact]
    public async Task Columns_in_another_order_are_refused()
    {
        _warehouse.Answer = new RowBatch(Table<SampleQuoteRow>.Instance.ContentColumns.Reverse().ToArray(), []);
        (await Should.ThrowAsync<InvalidOperationException>(() => _warehouse.ReadAsync<SampleQuoteRow>(Range))).Message.ShouldContain("answered the columns [as_of, source,");
    }

    [Fact]
    public async Task All_tables_are_applied_in_their_order()
    {
        await _warehouse.EnsureTablesAsync([Table<SampleQuoteRow>.Instance.Schema, Table<SampleLogRow>.Instance.Schema]);
        _warehouse.Applied.ShouldBe(["nba_test.sample_quotes", "nba_test.sample_log"]);
    }

    [Fact]
    public async Task All_tables_that_only_a_person_can_mend_are_named_together()
    {
        _warehouse.Refuse = ["nba_test.every_type", "nba_test.sample_log"];
        var refusal = await Should.ThrowAsync<PermanentException>(() => _warehouse.EnsureTablesAsync(
            [Table<EveryTypeRow>.Instance.Schema, Table<SampleQuoteRow>.Instance.Schema, Table<SampleLogRow>.Instance.Schema]));
        refusal.Message.ShouldBe("nba_test.every_type differs\nnba_test.sample_log differs");
        _warehouse.Applied.ShouldBe(["nba_test.sample_quotes"]);
    }

    private sealed class RecordingWarehouse : IWarehouse
    {
        public RowBatch Answer { get; set; } = new([], []);

        public string[] Refuse { get; set; } = [];

        public ReadRequest? Request { get; private set; }

        public List<string> Applied { get; } = [];

        public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
        {
            Request = request;
            return Task.FromResult(Answer);
        }

        public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken)
        {
            if (Refuse.Contains(table.FullName))
            {
                throw new PermanentException($"{table.FullName} differs");
            }

            Applied.Add(table.FullName);
            return Task.CompletedTask;
        }

        public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
