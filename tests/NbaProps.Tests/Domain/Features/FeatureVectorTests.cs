using NbaProps.Domain.Features;

namespace NbaProps.Tests.Domain.Features;

public sealed class FeatureVectorTests
{
    private static double?[] Missing => new double?[FeatureContract.Count];

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(34)]
    [Trait("Incident", "S-05")]
    public void A_vector_of_another_length_is_refused(int length)
        => Should.Throw<ArgumentException>(() => new FeatureVector(new double?[length])).Message
            .ShouldStartWith($"v2_33features has 33 features, {length} values were given.");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e39)]
    public void A_value_that_is_no_number_to_a_model_is_refused(double value)
        => Should.Throw<ArgumentException>(() => Vector((FeatureIndex.FatigueScore, value))).Message.ShouldStartWith("fatigue_score is ");

    [Fact]
    public void Missing_is_null_and_becomes_not_a_number_only_for_the_model()
    {
        var vector = Vector((FeatureIndex.PointsAvgLast5, 24.4), (FeatureIndex.HasVegasLine, 0));
        vector[FeatureIndex.PointsAvgLast5].ShouldBe(24.4);
        vector["vegas_points_line"].ShouldBeNull();
        vector["has_vegas_line"].ShouldBe(0);

        var floats = vector.ToFloatArray();
        floats[FeatureIndex.PointsAvgLast5].ShouldBe(24.4f);
        floats[FeatureIndex.HasVegasLine].ShouldBe(0f);
        floats.Count(float.IsNaN).ShouldBe(31);
    }

    [Fact]
    [Trait("Incident", "I-16")]
    public void What_is_out_of_range_is_listed_and_what_is_missing_is_not()
    {
        var vector = Vector((FeatureIndex.FatigueScore, -1), (FeatureIndex.PointsAvgLast5, 70), (FeatureIndex.TeamWinPct, 55));
        vector.OutOfRange().Select(found => found.ToString())
            .ShouldBe(["fatigue_score is -1, allowed is 0 to 100", "team_win_pct is 55, allowed is 0 to 1"]);
        new FeatureVector(Missing).OutOfRange().ShouldBeEmpty();
    }

    [Fact]
    public void Required_features_that_are_missing_are_listed()
    {
        new FeatureVector(Missing).MissingRequired().Count.ShouldBe(8);
        Vector((FeatureIndex.HomeAway, 0)).MissingRequired().ShouldNotContain(FeatureContract.Find("home_away")!);
    }

    [Fact]
    public void It_does_not_change_with_what_it_was_made_of()
    {
        var values = Missing;
        var vector = new FeatureVector(values);
        values[0] = 10;
        vector[0].ShouldBeNull();
        vector.ToFloatArray()[0] = 10;
        vector[0].ShouldBeNull();
        (vector.Values is double?[]).ShouldBeFalse();
    }

    [Fact]
    public void Equal_values_make_equal_vectors()
    {
        Vector((1, 2)).ShouldBe(Vector((1, 2)));
        Vector((1, 2)).GetHashCode().ShouldBe(Vector((1, 2)).GetHashCode());
        Vector((1, 2)).ShouldNotBe(Vector((2, 2)));
        Should.Throw<ArgumentException>(() => Vector((1, 2))["fatigue"]);
    }

    private static FeatureVector Vector(params (int Index, double Value)[] known)
    {
        var values = Missing;
        foreach (var (index, value) in known)
            values[index] = value;
        return new FeatureVector(values);
    }
}
