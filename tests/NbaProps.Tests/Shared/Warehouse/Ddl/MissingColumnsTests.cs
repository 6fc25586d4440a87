using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Health;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

/// <summary>
/// The system before this one shipped code that wrote eight columns which its SQL file and its table did not have, and every write of the night was refused.
/// </summary>
public sealed class MissingColumnsTests : IDisposable
{
    private static readonly string[] Written =
    [
        "feature_importance", "filter_reason", "is_actionable", "line_minutes_before_game", "model_version", "teammate_opportunity_score", "teammate_out_starters", "teammate_usage_boost",
    ];

    private readonly TemporaryFolder _folder = new();

    // A column of a record that exists, under the names of then.
    private static TableSchema Newer { get; } = SampleTables.Quotes with
    {
        Columns = [.. SampleTables.Quotes.Columns, .. Written.Select(name => SampleTables.Quotes.Columns.First(column => column.Nullable) with { Name = name })],
    };

    [Fact]
    [Trait("Incident", "S-03")]
    public async Task The_check_of_the_files_names_each_column_that_the_code_writes_and_the_file_lacks()
    {
        await SchemaFiles.WriteAsync([SampleTables.Quotes], _folder.Path, CancellationToken.None);
        var finding = SchemaFiles.Check([Newer], _folder.Path).ShouldHaveSingleItem();
        (finding.Problem, finding.Message, finding.Command).ShouldBe((SchemaProblem.ColumnMissing, $"nba_test/sample_quotes.sql lacks {string.Join(", ", Written)}", "./nbaprops schema write"));

        await SchemaFiles.WriteAsync([Newer], _folder.Path, CancellationToken.None);
        SchemaFiles.Check([Newer], _folder.Path).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Incident", "I-02")]
    public async Task A_build_whose_columns_the_table_lacks_never_gets_ready_and_names_them()
    {
        var warehouse = new InMemoryWarehouse();
        await warehouse.ApplySchemaAsync(SampleTables.Log, CancellationToken.None);
        await warehouse.ApplySchemaAsync(SampleTables.Quotes, CancellationToken.None);
        var ready = new WarehouseReadiness(warehouse, [SampleTables.Log, Newer]);
        for (var probe = 0; probe < 3; probe++)
        {
            (await ready.CheckAsync(CancellationToken.None))
                .ShouldBe($"{string.Join(", ", Written.Select(name => $"nba_test.sample_quotes.{name}"))}: the store lacks the column: nbaprops schema apply");
        }

        await warehouse.ApplySchemaAsync(Newer, CancellationToken.None);
        (await ready.CheckAsync(CancellationToken.None)).ShouldBeNull();

        // The build before it goes on meanwhile.
        (await new WarehouseReadiness(warehouse, [SampleTables.Log, SampleTables.Quotes]).CheckAsync(CancellationToken.None)).ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();
}
