namespace NbaProps.Predictions.Systems;

/// <summary>The systems that predict, in the manifest's order.</summary>
internal static class PredictionSystems
{
    public static IReadOnlyList<PredictionSystem> All { get; } = [new MovingAverage(), new Similarity()];
}
