using NbaProps.Simulator.Plausibility.Statistics;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>The statistics, by hand-computed examples.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.3)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void A_quantile_lies_between_neighbours_on_a_straight_line(double share, double expected) => Quantile.Of([4, 1, 3, 2], share).ShouldBe(expected, 1e-12);

    [Fact]
    public void What_groups_add_is_told_from_what_cases_add()
    {
        // Means 2 and 6: between them 16 with one degree of freedom, within 4 with two, two in a group.
        VarianceComponents.Of([[1, 3], [5, 7]]).ShouldBe(new VarianceComponents(7, 2));

        // Means 1 and 5 of 2 and 3 cases, 3.4 of all: between 19.2 with one degree, within 8 with three, (5 - 13 / 5) / 1 = 2.4 in a group.
        var unequal = VarianceComponents.Of([[0, 2], [4, 4, 7]]);
        unequal.Within.ShouldBe(8 / 3.0, 1e-12);
        unequal.Between.ShouldBe((19.2 - (8 / 3.0)) / 2.4, 1e-12);
    }

    [Fact]
    public void Groups_that_differ_less_than_by_chance_add_nothing() => VarianceComponents.Of([[1, 3], [3, 1]]).Between.ShouldBe(0);

    [Fact]
    public void Neighbours_are_those_of_one_group_and_deviate_from_its_mean()
    {
        // Deviations -1.5, -0.5, 0.5, 1.5: products 1.25, squares 2.75 of the first and of the second of each pair.
        Correlation.OfNeighbours([[1, 2, 3, 4]]).ShouldBe(1.25 / 2.75, 1e-12);
        Correlation.OfNeighbours([[1, 2, 3, 4], [101, 102, 103, 104]]).ShouldBe(1.25 / 2.75, 1e-12);
        Correlation.OfNeighbours([[1, -1, 1, -1]]).ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void Two_figures_go_together_within_a_group_whatever_the_groups_levels()
    {
        Correlation.Within([[(1, 2), (3, 6)], [(10, 0), (12, 4)]]).ShouldBe(1, 1e-12);
        Correlation.Within([[(1, 2), (3, 6)], [(1, 6), (3, 2)]]).ShouldBe(0, 1e-12);
    }
}
