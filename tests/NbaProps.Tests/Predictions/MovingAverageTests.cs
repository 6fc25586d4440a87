using NbaProps.Domain.Features;
using NbaProps.Predictions.Systems;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.PredictionRows;

namespace NbaProps.Tests.Predictions;

public sealed class MovingAverageTests
{
    [Fact]
    public void Three_averages_are_weighed_and_home_adds_half_a_point()
    {
        var outcome = Predict(Features());

        // 0.5 x 26 + 0.3 x 24 + 0.2 x 22 + 0.5.
        outcome.Points!.Value.ShouldBe(25.1, 1e-12);
        outcome.LeftOut.ShouldBe(["fatigue_score", "shot_zone_mismatch_score", "pace_score", "usage_spike_score", "games_in_last_7_days"]);
    }

    [Theory]
    [InlineData(FeatureIndex.HomeAway, 0, -1.0)]
    [InlineData(FeatureIndex.BackToBack, 1, -1.5)]
    [InlineData(FeatureIndex.FatigueScore, 100, 0)]
    [InlineData(FeatureIndex.FatigueScore, 49, -1.0)]
    [InlineData(FeatureIndex.FatigueScore, 29, -2.5)]
    [InlineData(FeatureIndex.PaceScore, 2, 0.6)]
    [InlineData(FeatureIndex.ShotZoneMismatchScore, -4, -1.2)]
    [InlineData(FeatureIndex.UsageSpikeScore, 3, 1.2)]
    public void What_is_known_of_the_game_moves_the_average(int feature, double value, double points)
    {
        var features = Features();
        features[feature] = value;

        Predict(features).Points!.Value.ShouldBe(25.1 + points, 1e-12);
    }

    [Theory]
    [InlineData(FeatureIndex.PointsAvgLast5, "points_avg_last_5")]
    [InlineData(FeatureIndex.PointsAvgLast10, "points_avg_last_10")]
    [InlineData(FeatureIndex.PointsAvgSeason, "points_avg_season")]
    [InlineData(FeatureIndex.PointsStdLast10, "points_std_last_10")]
    [InlineData(FeatureIndex.HomeAway, "home_away")]
    [InlineData(FeatureIndex.BackToBack, "back_to_back")]
    [Trait("Incident", "I-12")]
    public void Without_a_required_feature_there_is_no_prediction(int feature, string name)
    {
        var features = Features();
        features.Remove(feature);
        var outcome = Predict(features);

        (outcome.Points, outcome.Confidence, outcome.WhyNone).ShouldBe((null, null, $"required features are missing: {name}"));
    }

    [Theory]
    [InlineData(4.0, 3, 0.60)]
    [InlineData(4.1, 3, 0.52)]
    [InlineData(6.1, 3, 0.45)]
    [InlineData(4.0, 2, 0.55)]
    [InlineData(6.1, 1, 0.25)]
    public void Steady_players_with_recent_games_are_trusted_more(double deviation, int games, double confidence)
    {
        var features = Features();
        features[FeatureIndex.PointsStdLast10] = deviation;
        features[FeatureIndex.GamesInLast7Days] = games;

        Predict(features).Confidence!.Value.ShouldBe(confidence, 1e-12);
    }

    [Fact]
    public void No_prediction_is_below_nothing_or_above_sixty()
    {
        var features = Features();
        foreach (var (points, expected) in new[] { (70.0, 60.0), (0.0, 0.0) })
        {
            features[FeatureIndex.PointsAvgLast5] = features[FeatureIndex.PointsAvgLast10] = features[FeatureIndex.PointsAvgSeason] = points;
            features[FeatureIndex.HomeAway] = points > 0 ? 1 : 0;
            Predict(features).Points.ShouldBe(expected);
        }
    }

    [Fact]
    [Trait("Incident", "I-12")]
    public void A_feature_outside_its_range_is_missing_and_nothing_is_predicted_from_it()
    {
        var features = Features();
        features[FeatureIndex.PointsAvgLast5] = 71;

        Predict(features).WhyNone.ShouldBe("required features are missing: points_avg_last_5");
    }

    private static SystemOutcome Predict(SortedDictionary<int, double> features) => new MovingAverage().Predict(PredictionSubject.Of(FeatureRow(features), []));
}
