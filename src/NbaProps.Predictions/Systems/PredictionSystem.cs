using NbaProps.Domain.Features;

namespace NbaProps.Predictions.Systems;

/// <summary>A way to predict points. It declares what it requires; without that it makes no prediction, and it never fills in a default.</summary>
internal abstract class PredictionSystem
{
    /// <summary>The highest number of points that is predicted.</summary>
    protected const double HighestPoints = 60;

    /// <summary>Its name with its version.</summary>
    public abstract string Id { get; }

    /// <summary>Features (positions of <see cref="FeatureIndex"/>) without which it makes no prediction.</summary>
    public abstract IReadOnlyList<int> RequiredFeatures { get; }

    /// <summary>How far from the line a prediction must be for a side to be taken.</summary>
    public abstract Threshold Edge { get; }

    /// <summary>How confident it must be for a side to be taken.</summary>
    public abstract Threshold Confidence { get; }

    /// <summary>Predicts, or says why not.</summary>
    public SystemOutcome Predict(PredictionSubject subject)
    {
        var missing = RequiredFeatures.Where(index => subject.Features[index] is null).Select(index => FeatureContract.Features[index].Name).ToArray();
        return missing.Length > 0 ? SystemOutcome.None($"required features are missing: {string.Join(", ", missing)}") : PredictComplete(subject);
    }

    /// <summary>Predicts from a subject that has all required features.</summary>
    protected abstract SystemOutcome PredictComplete(PredictionSubject subject);
}

/// <summary>A limit that a figure must pass.</summary>
/// <param name="Value">The limit.</param>
/// <param name="Inclusive">Whether the limit itself passes.</param>
internal readonly record struct Threshold(double Value, bool Inclusive)
{
    // Sums of tenths miss their value by rounding; the slack is far below what any input can differ by.
    private const double RoundingSlack = 1e-9;

    /// <summary>Whether a figure passes.</summary>
    public bool IsPassedBy(double figure) => Inclusive ? figure >= Value - RoundingSlack : figure > Value + RoundingSlack;
}

/// <summary>What a system has to say about one player and game.</summary>
/// <param name="Points">Predicted points; null for no prediction.</param>
/// <param name="Confidence">Its rule-of-thumb confidence, 0 to 1; null without a prediction.</param>
/// <param name="WhyNone">Why there is no prediction; null when there is one.</param>
/// <param name="LeftOut">Names of the features whose adjustment was left out because they are missing.</param>
/// <param name="SimilarGames">How many earlier games it rests on, for systems that look for them.</param>
internal sealed record SystemOutcome(double? Points, double? Confidence, string? WhyNone, IReadOnlyList<string> LeftOut, int? SimilarGames)
{
    /// <summary>No prediction.</summary>
    public static SystemOutcome None(string reason, int? similarGames = null) => new(null, null, reason, [], similarGames);
}
