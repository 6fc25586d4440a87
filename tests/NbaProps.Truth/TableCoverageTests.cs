using NbaProps.Shared.Manifest;
using NbaProps.Truth.Comparing;

namespace NbaProps.Truth;

public sealed class TableCoverageTests
{
    [Fact]
    public void Each_table_of_the_pipeline_is_held_against_what_happened() =>
        Truths.All.Select(truth => truth.Table.FullName).ShouldBe(NbaPipeline.Manifest.Tables.Select(table => table.FullName), ignoreOrder: true);
}
