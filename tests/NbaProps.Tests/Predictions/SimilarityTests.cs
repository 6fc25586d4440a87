using FsCheck.Fluent;

using NbaProps.Domain.Features;
using NbaProps.Predictions.Systems;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;
using static NbaProps.Tests.Support.PredictionRows;

namespace NbaProps.Tests.Predictions;

public sealed class SimilarityTests
{
    // The game to come: an average defence, one day of rest, at home, four points above the season's form.
    private static readonly GameSituation Now = new(111, 1, Home: true, Form: 4);

    [Theory]
    [InlineData(111, 1, true, 4.0, 100)]
    [InlineData(114.9, 1, true, 3.0, 100)]
    [InlineData(109.9, 1, true, 4.0, 80)]
    [InlineData(115, 1, true, 4.0, 80)]
    [InlineData(111, 0, true, 4.0, 85)]
    [InlineData(111, 3, true, 4.0, 70)]
    [InlineData(111, 1, false, 4.0, 85)]
    [InlineData(111, 1, true, 2.9, 90)]
    [InlineData(111, 1, true, -3.0, 85)]
    [InlineData(104, 7, false, -9.0, 20)]
    public void Situations_are_alike_by_opponent_rest_venue_and_form(double rating, int rest, bool home, double form, int score) =>
        GameSimilarity.Score(Now, new GameSituation(rating, rest, home, form)).ShouldBe(score);

    [Fact]
    public void A_prediction_is_the_mean_of_similar_games_weighed_by_likeness()
    {
        var outcome = Predict([Past(20, 111, 1, 4), Past(30, 111, 1, 4), Past(25, 111, 1, 4), Past(25, 111, 1, 4), Past(40, 109, 1, 4), Past(60, 104, 7, -9, home: false)]);

        // (100 x (20 + 30 + 25 + 25) + 80 x 40) / 480 + 0.8 at home; the sixth is not alike.
        outcome.Points!.Value.ShouldBe((13_200 / 480.0) + 0.8, 1e-12);
        outcome.SimilarGames.ShouldBe(5);

        // 35 - 10 for five games + 12 for a mean likeness of 96 + 2 for a deviation between six and eight.
        outcome.Confidence!.Value.ShouldBe(0.39, 1e-12);
    }

    [Fact]
    public void Four_similar_games_are_too_few()
    {
        var outcome = Predict([Past(20, 111, 1, 4), Past(30, 111, 1, 4), Past(25, 111, 1, 4), Past(25, 111, 1, 4)]);

        (outcome.Points, outcome.WhyNone, outcome.SimilarGames).ShouldBe((null, "4 similar games, 5 are needed", 4));
    }

    [Fact]
    public void A_game_of_which_not_all_is_known_cannot_be_compared() =>
        Predict([.. Enumerable.Repeat(Past(25, 111, 1, 4), 4), new PastGame(Played(9, 25), null, 1, 4), new PastGame(Played(9, 25), 111, null, 4)]).SimilarGames.ShouldBe(4);

    [Fact]
    public void Without_days_of_rest_there_is_no_prediction() =>
        new Similarity().Predict(PredictionSubject.Of(FeatureRow(Features()) with { DaysRest = null }, [])).WhyNone.ShouldBe("his days of rest are not known");

    [Theory]
    [InlineData(FeatureIndex.FatigueScore, 90, 0.3)]
    [InlineData(FeatureIndex.PaceScore, -2, -1.6)]
    [InlineData(FeatureIndex.UsageSpikeScore, 1, 0.8)]
    [InlineData(FeatureIndex.ShotZoneMismatchScore, 5, 2.0)]
    public void What_is_known_of_the_game_moves_it(int feature, double value, double points)
    {
        var features = Features();
        features[feature] = value;

        Predict([.. Enumerable.Repeat(Past(25, 111, 1, 4), 5)], features).Points!.Value.ShouldBe(25.8 + points, 1e-12);
    }

    [Fact]
    public void Many_steady_and_alike_games_are_trusted_most() =>
        Predict([.. Enumerable.Repeat(Past(25, 111, 1, 4), 20)]).Confidence.ShouldBe(0.69);

    [Fact]
    public void A_past_game_is_described_by_what_was_known_before_it()
    {
        // Points 30, 20 and 10 on the days 2, 4 and 7 before; the opponent allowed 120 before day 4 and 100 on it.
        PlayerGameSummaryRow[] games = [Played(2, 30), Played(4, 20), Played(7, 10)];
        var ratings = new OpponentRatings(Histories.Defense([Defense(4, Nyk, 100), Defense(6, Nyk, 120), Defense(1, Nyk, 90)], Day));
        var past = PastGame.Of(Histories.Played(games, Day).Of(new(1)), ratings, 30);

        past.Select(game => (game.Row.Points, game.OpponentDefRating, game.DaysRest, game.Form)).ShouldBe(
            [(30, 110.0, 1, 0.0), (20, 120.0, 2, 0.0), (10, null, null, null)]);
    }

    [Fact]
    [Trait("Incident", "I-11")]
    public void What_a_past_game_is_compared_by_does_not_depend_on_it_or_on_later_ones()
    {
        Property.ForAll(Gen.Choose(0, 60).ListOf(12), points =>
        {
            PlayerGameSummaryRow[] With(int from, int value) => [.. points.Select((point, index) => Played(index + 1, index < from ? value : point))];
            var ratings = new OpponentRatings(Histories.Defense([Defense(20, Nyk, 111)], Day));
            for (var game = 0; game < points.Count; game++)
            {
                Described(With(game + 1, 55), ratings)[game].ShouldBe(Described(With(0, 0), ratings)[game]);
            }
        });

        static (double?, int?, double?)[] Described(PlayerGameSummaryRow[] games, OpponentRatings ratings) =>
            [.. PastGame.Of(Histories.Played(games, Day).Of(new(1)), ratings, 30).Select(game => (game.OpponentDefRating, game.DaysRest, game.Form))];
    }

    private static PastGame Past(int points, double rating, int rest, double form, bool home = true) => new(Played(9, points) with { HomeGame = home }, rating, rest, form);

    private static SystemOutcome Predict(IReadOnlyList<PastGame> games, SortedDictionary<int, double>? features = null) =>
        new Similarity().Predict(PredictionSubject.Of(FeatureRow(features ?? Features()), games));
}
