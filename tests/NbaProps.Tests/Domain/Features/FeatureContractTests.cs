using System.Reflection;
using NbaProps.Domain.Features;

namespace NbaProps.Tests.Domain.Features;

public sealed class FeatureContractTests
{
    [Fact]
    public void It_has_the_thirty_three_features_in_their_order()
    {
        FeatureContract.Version.ShouldBe("v2_33features");
        FeatureContract.Features.Select(feature => feature.Name).ShouldBe(
        [
            "points_avg_last_5", "points_avg_last_10", "points_avg_season", "points_std_last_10", "games_in_last_7_days", "fatigue_score",
            "shot_zone_mismatch_score", "pace_score", "usage_spike_score", "rest_advantage", "injury_risk", "recent_trend", "minutes_change",
            "opponent_def_rating", "opponent_pace", "home_away", "back_to_back", "playoff_game", "pct_paint", "pct_mid_range", "pct_three",
            "pct_free_throw", "team_pace", "team_off_rating", "team_win_pct", "vegas_points_line", "vegas_opening_line", "vegas_line_move",
            "has_vegas_line", "avg_points_vs_opponent", "games_vs_opponent", "minutes_avg_last_10", "ppm_avg_last_10",
        ]);
        FeatureContract.Features.Select(feature => feature.Index).ShouldBe(Enumerable.Range(0, FeatureContract.Count));
    }

    [Fact]
    public void Box_scores_and_schedule_give_the_required_ones()
        => FeatureContract.Features.Where(feature => feature.Required).Select(feature => feature.Index).ShouldBe([0, 1, 2, 3, 15, 16, 31, 32]);

    [Fact]
    public void Every_constant_names_the_feature_that_stands_at_its_place()
    {
        var constants = typeof(FeatureIndex).GetFields(BindingFlags.Public | BindingFlags.Static);
        constants.Length.ShouldBe(FeatureContract.Count);
        foreach (var constant in constants)
        {
            var feature = FeatureContract.Features[(int)constant.GetRawConstantValue()!];
            feature.Name.Replace("_", "", StringComparison.Ordinal).ShouldBe(constant.Name.ToLowerInvariant());
        }
    }

    [Fact]
    public void Every_range_is_one_and_every_field_says_something()
        => FeatureContract.Features.ShouldAllBe(feature =>
            feature.Min < feature.Max && feature.Unit.Length > 0 && feature.Source.Length > 0 && feature.Allows(feature.Min) && !feature.Allows(double.NaN));

    [Theory]
    [InlineData("fatigue_score", 0, 100)]
    [InlineData("shot_zone_mismatch_score", -15, 15)]
    [InlineData("opponent_def_rating", 90, 130)]
    [InlineData("opponent_pace", 90, 115)]
    [InlineData("pct_free_throw", 0, 0.5)]
    [InlineData("vegas_points_line", 0, 80)]
    [InlineData("minutes_avg_last_10", 0, 48)]
    [InlineData("ppm_avg_last_10", 0, 1.5)]
    public void Ranges_are_those_of_the_table(string name, double min, double max)
        => (FeatureContract.Find(name)!.Min, FeatureContract.Find(name)!.Max).ShouldBe((min, max));

    [Fact]
    public void A_change_to_the_contract_shows_in_its_hash()
    {
        // Models refuse another contract than the one they were trained on. If this fails, the contract changed: give it a new version.
        FeatureContract.Hash.ShouldBe("6828d3d54257fe4bdf511c7809885268");
        FeatureContract.Find("no_such_feature").ShouldBeNull();
    }
}
