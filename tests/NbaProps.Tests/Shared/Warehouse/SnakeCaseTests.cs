using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("GameId", "game_id")]
    [InlineData("Points", "points")]
    [InlineData("ThreePointersMade", "three_pointers_made")]
    [InlineData("PointsAvgLast5", "points_avg_last_5")]
    [InlineData("PointsAvgLast10", "points_avg_last_10")]
    [InlineData("Feature0Value", "feature_0_value")]
    [InlineData("Feature12Value", "feature_12_value")]
    [InlineData("AsOf", "as_of")]
    [InlineData("P75", "p_75")]
    [InlineData("X", "x")]
    public void A_property_becomes_a_column_in_snake_case(string property, string column) => RowProperties.SnakeCase(property).ShouldBe(column);

    // What snake case does to acronyms: such a property is written NbaId, or gets a [Column].
    [Fact]
    public void An_acronym_in_capitals_falls_apart() => RowProperties.SnakeCase("NBAId").ShouldBe("n_b_a_id");
}
