using NbaProps.Domain.Features;
using NbaProps.Domain.Statistics;

namespace NbaProps.Predictions.Systems;

/// <summary>
/// What the player scored in his most similar games of the last thirty, weighed by similarity, with adjustments for the game. Past games are
/// compared by what was known before each of them.
/// </summary>
internal sealed class Similarity : PredictionSystem
{
    /// <summary>How many games back it looks.</summary>
    public const int LookBack = 30;

    private const int LowestScore = 70;
    private const int MostGames = 20;
    private const int FewestGames = 5;

    public override string Id => "similarity_v1";

    public override IReadOnlyList<int> RequiredFeatures { get; } =
        [FeatureIndex.PointsAvgLast5, FeatureIndex.PointsAvgSeason, FeatureIndex.OpponentDefRating, FeatureIndex.HomeAway];

    public override Threshold Edge => new(2, Inclusive: true);

    public override Threshold Confidence => new(0.65, Inclusive: true);

    protected override SystemOutcome PredictComplete(PredictionSubject subject)
    {
        if (subject.Row.DaysRest is not { } rest)
            return SystemOutcome.None("his days of rest are not known");
        var features = subject.Features;
        var now = new GameSituation(
            Value(features, FeatureIndex.OpponentDefRating),
            rest,
            Value(features, FeatureIndex.HomeAway) > 0,
            Value(features, FeatureIndex.PointsAvgLast5) - Value(features, FeatureIndex.PointsAvgSeason));
        var similar = Find(now, subject.PastGames);
        if (similar.Count < FewestGames)
            return SystemOutcome.None($"{similar.Count} similar games, {FewestGames} are needed", similar.Count);

        var adjustments = new Adjustments(features)
            .Add(FeatureIndex.FatigueScore, rested => 0.015 * (rested - 70))
            .Add(FeatureIndex.ShotZoneMismatchScore, mismatch => 0.4 * mismatch)
            .Add(FeatureIndex.PaceScore, pace => 0.8 * pace)
            .Add(FeatureIndex.UsageSpikeScore, usage => 0.8 * usage)
            .Add(FeatureIndex.HomeAway, home => home > 0 ? 0.8 : -0.5);
        var mean = similar.Sum(game => (double)game.Score * game.Points) / similar.Sum(game => game.Score);
        return new(Math.Clamp(mean + adjustments.Points, 0, HighestPoints), Trust(similar), WhyNone: null, adjustments.LeftOut, similar.Count);
    }

    private static List<(int Score, int Points)> Find(GameSituation now, IReadOnlyList<PastGame> games) =>
    [
        .. games.Take(LookBack)
            .Select(game => (Game: game, Situation: GameSituation.Of(game)))
            .Where(pair => pair.Situation is not null)
            .Select(pair => (Score: GameSimilarity.Score(now, pair.Situation!.Value), pair.Game.Row.Points))
            .Where(pair => pair.Score >= LowestScore)
            .OrderByDescending(pair => pair.Score)
            .Take(MostGames),
    ];

    private static double Trust(List<(int Score, int Points)> similar)
    {
        var count = similar.Count switch { >= 15 => 12, >= 10 => 9, >= 7 => 6, _ => -10 };
        var likeness = similar.Average(game => game.Score) switch { >= 85 => 12, >= 75 => 9, _ => 6 };
        var spread = SampleStatistics.SampleStandardDeviation(similar.Select(game => (double)game.Points)) switch { < 4 => 10, < 6 => 6, < 8 => 2, _ => -5 };
        return (35 + count + likeness + spread) / 100.0;
    }

    private static double Value(FeatureVector features, int index) => features[index]!.Value;
}
