using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Contracts.Warehouse;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Project;

/// <summary>The contract on a project's BigQuery: one scratch dataset, in which each test has tables of its own.</summary>
[Trait("Part", "project")]
[Trait("Port", "warehouse")]
public sealed class ProjectWarehouseTests : WarehouseContract
{
    private readonly string _test = ScratchProject.NewTest();

    public override async Task InitializeAsync()
    {
        ScratchProject.Require();
        await base.InitializeAsync();
    }

    [SkippableFact]
    public async Task Rows_that_are_too_long_for_a_statement_go_through_a_staging_table()
    {
        var staging = Open(options => options with { LongestInline = 0 });

        (await staging.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "staged", 1))), default)).ShouldBe(FencedWrite.Written);
        (await staging.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "other", 1))), default)).ShouldBe(FencedWrite.Superseded);

        (await SamplesAsync()).ShouldBe(["staged:1"]);
    }

    // What is streamed can be read within seconds, and not at once.
    protected override TimeSpan LogPatience => TimeSpan.FromSeconds(60);

    protected override bool MayRefuseForNow => true;

    // BigQuery lets twenty statements wait for one table.
    protected override int AtOnce => 16;

    protected override int Rounds(int usual) => ScratchProject.Rounds(usual);

    protected override IWarehouse Open() => Open(options => options);

    private ScratchWarehouse Open(Func<BigQueryOptions, BigQueryOptions> change)
    {
        var (plan, names) = (ScratchProject.Plan, ScratchProject.Plan.Names);
        var options = change(new BigQueryOptions { Location = plan.Location, StagingDataset = names.StagingDataset, JobPrefix = names.JobPrefix });
        var quota = new BigQueryQuota(TimeProvider.System, NullLogger<BigQueryQuota>.Instance);
        return new(new BigQueryWarehouse(ScratchProject.Ways.BigQuery, plan.Project, options, quota, TimeProvider.System), names.Dataset, _test);
    }
}
