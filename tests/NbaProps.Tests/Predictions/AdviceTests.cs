using FsCheck.Fluent;

using NbaProps.Domain.Odds;
using NbaProps.Domain.Predictions;
using NbaProps.Predictions.Systems;
using NbaProps.Tests.Domain;

namespace NbaProps.Tests.Predictions;

public sealed class AdviceTests
{
    private static readonly MovingAverage Average = new();
    private static readonly Similarity Alike = new();

    [Theory]
    [InlineData(27.0, 0.60, "Over", "edge +2.50 on 24.5, confidence 0.60")]
    [InlineData(22.0, 0.60, "Under", "edge -2.50 on 24.5, confidence 0.60")]
    [InlineData(26.5, 0.60, "Pass", "edge +2.00 on 24.5 is too small: more than 2 is needed")]
    [InlineData(24.5, 0.60, "Pass", "edge 0.00 on 24.5 is too small: more than 2 is needed")]
    [InlineData(27.0, 0.45, "Pass", "edge +2.50 on 24.5, confidence 0.45 is too low: more than 0.45 is needed")]
    [InlineData(45.0, 0.60, "Pass", "edge +20.50 on 24.5 is beyond 20: not plausible")]
    public void An_edge_must_be_large_trusted_and_plausible(double points, double confidence, string recommendation, string reason) =>
        On(Average, points, confidence, 24.5m).ShouldBe((recommendation, reason));

    [Theory]
    [InlineData(26.5, 0.65, "Over", "edge +2.00 on 24.5, confidence 0.65")]
    [InlineData(26.4, 0.65, "Pass", "edge +1.90 on 24.5 is too small: at least 2 is needed")]
    [InlineData(26.5, 0.64, "Pass", "edge +2.00 on 24.5, confidence 0.64 is too low: at least 0.65 is needed")]
    public void A_system_has_its_own_thresholds(double points, double confidence, string recommendation, string reason) =>
        On(Alike, points, confidence, 24.5m).ShouldBe((recommendation, reason));

    [Fact]
    [Trait("Incident", "I-21")]
    public void Without_a_line_there_is_nothing_to_take_a_side_of() => On(Average, 27, 0.6, null).ShouldBe(("NoLine", "no points line before tip-off"));

    [Fact]
    [Trait("Incident", "I-13")]
    public void Without_a_prediction_it_passes_and_says_why() =>
        Told(Advice.On(Average, SystemOutcome.None("required features are missing: back_to_back"), new PointsLine(24.5m)))
            .ShouldBe(("Pass", "no prediction: required features are missing: back_to_back"));

    [Fact]
    public void Without_either_both_are_said() =>
        Told(Advice.On(Average, SystemOutcome.None("4 similar games, 5 are needed"), null))
            .ShouldBe(("NoLine", "no points line before tip-off; no prediction: 4 similar games, 5 are needed"));

    [Fact]
    public void What_was_left_out_is_named() =>
        Told(Advice.On(Average, new SystemOutcome(27, 0.6, null, ["fatigue_score", "pace_score"], null), new PointsLine(24.5m)))
            .ShouldBe(("Over", "edge +2.50 on 24.5, confidence 0.60; not known and left out: fatigue_score, pace_score"));

    [Fact]
    public void A_side_is_taken_only_on_its_own_side_of_the_line() => Property.ForAll(
        from points in Gen.Choose(0, 600)
        from line in Gen.Choose(1, 159)
        from confidence in Gen.Choose(0, 100)
        from system in Gen.Elements<PredictionSystem>(Average, Alike)
        select (points: points / 10.0, line: line / 2m, confidence: confidence / 100.0, system),
        given =>
        {
            var advice = Advice.On(given.system, new SystemOutcome(given.points, given.confidence, null, [], null), new PointsLine(given.line));
            var distance = given.points - (double)given.line;
            advice.Edge.ShouldBe(distance);
            advice.Recommendation.ShouldBeOneOf(Recommendation.Pass, distance > 0 ? Recommendation.Over : Recommendation.Under);
            if (advice.Recommendation != Recommendation.Pass)
            {
                Math.Abs(distance).ShouldBeInRange(1.999, 20);
            }
        });

    private static (string, string) On(PredictionSystem system, double points, double confidence, decimal? line) =>
        Told(Advice.On(system, new SystemOutcome(points, confidence, null, [], null), line is { } value ? new PointsLine(value) : null));

    private static (string, string) Told(Advice advice) => (advice.Recommendation.ToString(), advice.Reason);
}
