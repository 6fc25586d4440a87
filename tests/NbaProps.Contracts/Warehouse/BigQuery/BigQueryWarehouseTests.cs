using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleDouble.BigQuery;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

/// <summary>BigQuery's adapter on the double: rows that travel with the statement, jobs that are done at once.</summary>
public class BigQueryWarehouseTests : WarehouseContract
{
    internal CloudDouble Cloud { get; private set; } = null!;

    protected virtual BigQueryOptions Options => new();

    protected virtual Pace Pace => Pace.AtOnce;

    public override async Task InitializeAsync()
    {
        Cloud = await CloudDouble.StartAsync();
        Cloud.Server.BigQuery.Pace = Pace;
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await Cloud.DisposeAsync();

    protected override IWarehouse Open() => Cloud.Warehouse(Options);
}

/// <summary>The same with all rows staged, jobs that take their time, and answers of a few rows.</summary>
public sealed class StagedBigQueryWarehouseTests : BigQueryWarehouseTests
{
    protected override BigQueryOptions Options => new() { LongestInline = 0, RowsPerPage = 7 };

    protected override Pace Pace => Pace.ByLooks;
}
