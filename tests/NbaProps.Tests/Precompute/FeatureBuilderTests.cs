using FsCheck.Fluent;

using NbaProps.Domain.Features;
using NbaProps.Precompute;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Precompute;

public sealed class FeatureBuilderTests
{
    private static readonly PlayerDailyCacheRow Cache = new()
    {
        CacheDate = Day, PlayerId = new(1), GameId = Game, PlayerName = "Player 1", Team = Bos, Opponent = Nyk, GamesPlayedSeason = 30, PointsAvgLast5 = 26,
        PointsAvgLast10 = 24, PointsAvgSeason = 22, PointsStdLast10 = 6.5, PointsTrendLast5 = 2.5, MinutesAvgLast10 = 36, MinutesAvgSeason = 32, PointsPerMinuteLast10 = 0.7,
        UsageRateLast10 = 28, TsPctLast10 = 0.6, FreeThrowPointShareLast10 = 0.2, GamesInLast7Days = 3, PointsAvgVsOpponent = 19, GamesVsOpponent = 2, TeamPaceLast10 = 100,
        TeamOffRatingLast10 = 115, TeamWinPct = 0.7, OpponentDefRatingLast15 = 111, OpponentPaceLast15 = 97, OpponentPaceLast10 = 98, Source = "test", AsOf = Day.At(10),
    };

    private static readonly FeatureSources Whole = new(PlayerContext(), TeamContext(Bos, daysRest: 3), TeamContext(Nyk, daysRest: 0), Cache, TeamIsStale: false, OpponentIsStale: false);

    [Fact]
    public void Every_feature_that_box_scores_and_schedule_give_is_reckoned_by_its_definition() => Named(FeatureBuilder.Build(Whole)).ShouldBe(new SortedDictionary<string, double?>(StringComparer.Ordinal)
    {
        ["points_avg_last_5"] = 26, ["points_avg_last_10"] = 24, ["points_avg_season"] = 22, ["points_std_last_10"] = 6.5, ["games_in_last_7_days"] = 3,

        // One day of rest, three games, 96 minutes of at most 105: nothing is taken off.
        ["fatigue_score"] = 100,

        // (98 - 100) / 2: New York slows the game down.
        ["pace_score"] = -1,

        // 3 - 0, cut at two.
        ["rest_advantage"] = 2,

        // A rise of 2.5 is one step; 36 / 32 is 12.5 % more, one step.
        ["recent_trend"] = 1, ["minutes_change"] = 1,
        ["opponent_def_rating"] = 111, ["opponent_pace"] = 97, ["home_away"] = 1, ["back_to_back"] = 0, ["playoff_game"] = 0, ["pct_free_throw"] = 0.2,
        ["team_pace"] = 100, ["team_off_rating"] = 115, ["team_win_pct"] = 0.7,
        ["vegas_points_line"] = 24.5, ["vegas_opening_line"] = 23.5, ["vegas_line_move"] = 1, ["has_vegas_line"] = 1,
        ["avg_points_vs_opponent"] = 19, ["games_vs_opponent"] = 2, ["minutes_avg_last_10"] = 36, ["ppm_avg_last_10"] = 0.7,

        // No source of this pipeline gives these yet.
        ["shot_zone_mismatch_score"] = null, ["usage_spike_score"] = null, ["injury_risk"] = null, ["pct_paint"] = null, ["pct_mid_range"] = null, ["pct_three"] = null,
    });

    [Fact]
    public void Without_a_cache_nothing_of_it_is_made_up()
    {
        var features = FeatureBuilder.Build(Whole with { Cache = null });

        features.MissingRequired().Select(feature => feature.Name).ShouldBe(
            ["points_avg_last_5", "points_avg_last_10", "points_avg_season", "points_std_last_10", "minutes_avg_last_10", "ppm_avg_last_10"]);
        features[FeatureIndex.GamesInLast7Days].ShouldBeNull();
        features[FeatureIndex.VegasPointsLine].ShouldBe(24.5);
    }

    [Fact]
    public void A_stale_team_has_no_form_no_rest_and_no_load()
    {
        var features = FeatureBuilder.Build(Whole with { TeamIsStale = true });

        new[] { FeatureIndex.PointsAvgLast5, FeatureIndex.FatigueScore, FeatureIndex.BackToBack, FeatureIndex.TeamPace, FeatureIndex.PaceScore, FeatureIndex.RestAdvantage }
            .ShouldAllBe(index => features[index] == null);
        features[FeatureIndex.OpponentDefRating].ShouldBe(111);
    }

    [Fact]
    public void A_stale_opponent_has_no_rating()
    {
        var features = FeatureBuilder.Build(Whole with { OpponentIsStale = true });

        new[] { FeatureIndex.OpponentDefRating, FeatureIndex.OpponentPace, FeatureIndex.PaceScore, FeatureIndex.RestAdvantage }.ShouldAllBe(index => features[index] == null);
        features[FeatureIndex.PointsAvgLast5].ShouldBe(26);
    }

    [Fact]
    [Trait("Incident", "I-34")]
    public void Lines_that_were_not_looked_for_are_missing_and_those_not_found_are_zero()
    {
        var none = PlayerContext() with { HasPropLine = null, CurrentPointsLine = null, OpeningPointsLine = null, LineMovement = null };

        FeatureBuilder.Build(Whole with { Player = none })[FeatureIndex.HasVegasLine].ShouldBeNull();
        FeatureBuilder.Build(Whole with { Player = none with { HasPropLine = false } })[FeatureIndex.HasVegasLine].ShouldBe(0);
    }

    [Theory]
    [InlineData(5.0, 2)]
    [InlineData(4.9, 1)]
    [InlineData(2.0, 1)]
    [InlineData(1.9, 0)]
    [InlineData(-2.0, -1)]
    [InlineData(-5.0, -2)]
    public void A_trend_is_a_level(double rise, double level) => FeatureLevels.RecentTrend(rise).ShouldBe(level);

    [Theory]
    [InlineData(33.0, 30.0, 1)]
    [InlineData(36.0, 30.0, 2)]
    [InlineData(32.9, 30.0, 0)]
    [InlineData(24.0, 30.0, -2)]
    public void A_change_of_minutes_is_a_level(double lastTen, double season, double level) => FeatureLevels.MinutesChange(lastTen, season).ShouldBe(level);

    [Theory]
    [InlineData(0, 3, 96, 0, 85)]
    [InlineData(2, 2, 60, 0, 100)]
    [InlineData(1, 4, 130, 0, 90)]
    [InlineData(1, 3, 120, 0, 92)]
    [InlineData(1, 5, 250, 1, 67)]
    [InlineData(0, 5, 250, 2, 45)]
    [Trait("Incident", "I-16")]
    public void Tiredness_is_taken_off_a_hundred(int daysRest, int games, int minutes, int backToBacks, double score) =>
        FatigueScore.Of(daysRest, games, minutes, backToBacks).ShouldBe(score);

    [Fact]
    public void Of_who_has_not_played_this_season_tiredness_is_not_known() => FatigueScore.Of(null, 0, 0, 0).ShouldBeNull();

    [Fact]
    public void Rest_and_levels_stay_in_the_contracts_range()
    {
        Property.ForAll(
            from own in Gen.Choose(0, 300)
            from other in Gen.Choose(0, 300)
            from rest in Gen.Choose(0, 300)
            from games in Gen.Choose(0, 7)
            from minutes in Gen.Choose(0, 400)
            from pairs in Gen.Choose(0, 6)
            from trend in Gen.Choose(-400, 400)
            from share in Gen.Choose(0, 100)
            select (own, other, rest, games, minutes, pairs, trend, share),
            given =>
            {
                var player = PlayerContext() with { DaysRest = given.rest, GamesInLast7Days = given.games, MinutesInLast7Days = given.minutes, BackToBacksLast14Days = given.pairs };
                var cache = Cache with { PointsTrendLast5 = given.trend / 10.0, FreeThrowPointShareLast10 = given.share / 100.0 };
                FeatureBuilder.Build(new FeatureSources(player, TeamContext(Bos, given.own), TeamContext(Nyk, given.other), cache, TeamIsStale: false, OpponentIsStale: false))
                    .OutOfRange().ShouldBeEmpty();
            });
    }

    private static SortedDictionary<string, double?> Named(FeatureVector features) => new(
        FeatureContract.Features.ToDictionary(feature => feature.Name, feature => features[feature.Index], StringComparer.Ordinal), StringComparer.Ordinal);
}
