using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

/// <summary>What tells two statements about one player apart belongs to the key; else one of them takes the place of the other.</summary>
public sealed class KeyColumnsTests
{
    private static readonly string[] Dimensions = ["system_id", "market", "serving"];

    [Fact]
    [Trait("Incident", "I-23")]
    public void System_market_and_serving_are_in_the_key_of_every_table_that_has_them()
    {
        NbaPipeline.Manifest.Tables.SelectMany(Missing).ShouldBeEmpty();
        NbaPipeline.Manifest.Tables.Count(table => table.Key.Contains("system_id")).ShouldBe(3);
    }

    [Fact]
    public void A_key_that_lacks_one_is_found()
    {
        var table = NbaPipeline.Manifest.Tables.Single(declared => declared.Name == "player_prop_predictions");
        Missing(table with { Key = [.. table.Key.Where(column => column != "system_id")] }).ShouldBe(["nba_predictions.player_prop_predictions has system_id, and its key does not"]);
    }

    private static IEnumerable<string> Missing(TableSchema table) => table.Columns
        .Select(column => column.Name)
        .Where(column => Dimensions.Contains(column) && !table.Key.Contains(column))
        .Select(column => $"{table.FullName} has {column}, and its key does not");
}
