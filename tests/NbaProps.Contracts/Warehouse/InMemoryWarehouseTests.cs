using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public sealed class InMemoryWarehouseTests : EmbeddedWarehouseContract
{
    private readonly InMemoryWarehouse _warehouse = new();

    [Fact]
    public void Every_call_has_completed_when_it_returns()
    {
        ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a")).IsCompletedSuccessfully.ShouldBeTrue();
        MergeAsync(1, ["wins"], Stand("BOS", 1, null)).IsCompletedSuccessfully.ShouldBeTrue();
        _warehouse.SettleAsync(Samples, new Partition(Monday), 1, default).IsCompletedSuccessfully.ShouldBeTrue();
        _warehouse.AppendAsync(Events, Batch(1, Happened("a")), default).IsCompletedSuccessfully.ShouldBeTrue();
        _warehouse.ReadAsync(new ReadRequest(Samples, ["name"], Both, []), default).IsCompletedSuccessfully.ShouldBeTrue();
        _warehouse.ApplySchemaAsync(Samples, default).IsCompletedSuccessfully.ShouldBeTrue();
        _warehouse.DescribeAsync(Samples, default).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dump_holds_every_row_with_every_column_in_key_order()
    {
        await ReplaceAsync(Tuesday, 1, Row(Tuesday, FirstGame, "b"));
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"));

        var dump = _warehouse.Dump("contract.samples");

        dump.Columns.ShouldBe(Samples.Columns.Select(column => column.Name));
        dump.Rows.Select(row => row[2]).ShouldBe(["a", "b"]);
        _warehouse.Tables.ShouldBe(["contract.events", "contract.samples", "contract.standings", "contract_other.quotes"]);
    }

    protected override IWarehouse Open() => _warehouse;
}
