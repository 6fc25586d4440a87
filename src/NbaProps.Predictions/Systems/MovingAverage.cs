using NbaProps.Domain.Features;

namespace NbaProps.Predictions.Systems;

/// <summary>
/// Averages of the last five, the last ten and the season's games, with adjustments for the game. The original's constants; its tiredness
/// adjustment had the wrong sign (100 is rested) and took 2.5 points off nearly everyone.
/// </summary>
internal sealed class MovingAverage : PredictionSystem
{
    public override string Id => "moving_average_v1";

    public override IReadOnlyList<int> RequiredFeatures { get; } =
    [
        FeatureIndex.PointsAvgLast5,
        FeatureIndex.PointsAvgLast10,
        FeatureIndex.PointsAvgSeason,
        FeatureIndex.PointsStdLast10,
        FeatureIndex.HomeAway,
        FeatureIndex.BackToBack,
    ];

    public override Threshold Edge => new(2, Inclusive: false);

    public override Threshold Confidence => new(0.45, Inclusive: false);

    protected override SystemOutcome PredictComplete(PredictionSubject subject)
    {
        var features = subject.Features;
        var average = (0.5 * Value(features, FeatureIndex.PointsAvgLast5))
            + (0.3 * Value(features, FeatureIndex.PointsAvgLast10))
            + (0.2 * Value(features, FeatureIndex.PointsAvgSeason));
        var adjustments = new Adjustments(features)
            .Add(FeatureIndex.FatigueScore, Tiredness)
            .Add(FeatureIndex.ShotZoneMismatchScore, mismatch => 0.3 * mismatch)
            .Add(FeatureIndex.BackToBack, backToBack => -1.5 * backToBack)
            .Add(FeatureIndex.PaceScore, pace => 0.3 * pace)
            .Add(FeatureIndex.UsageSpikeScore, usage => 0.4 * usage)
            .Add(FeatureIndex.HomeAway, home => home > 0 ? 0.5 : -0.5);
        var (confidence, unknown) = Trust(features);
        return new(Math.Clamp(average + adjustments.Points, 0, HighestPoints), confidence, WhyNone: null, [.. adjustments.LeftOut, .. unknown], SimilarGames: null);
    }

    // Below 30 of 100 is exhausted, below 50 tired: the original's bounds of 70 and 50, read from the rested end.
    private static double Tiredness(double rested) => rested switch
    {
        < 30 => -2.5,
        < 50 => -1.0,
        _ => 0,
    };

    private static (double Confidence, IReadOnlyList<string> Unknown) Trust(FeatureVector features)
    {
        var spread = Value(features, FeatureIndex.PointsStdLast10) switch
        {
            > 6 => -0.15,
            > 4 => -0.08,
            _ => 0,
        };
        var games = features[FeatureIndex.GamesInLast7Days];
        var recency = games switch
        {
            null => 0,
            >= 3 => 0.10,
            >= 2 => 0.05,
            _ => -0.10,
        };
        IReadOnlyList<string> unknown = games is null ? [FeatureContract.Features[FeatureIndex.GamesInLast7Days].Name] : [];
        return (Math.Clamp(0.5 + spread + recency, 0.2, 0.8), unknown);
    }

    private static double Value(FeatureVector features, int index) => features[index]!.Value;
}
