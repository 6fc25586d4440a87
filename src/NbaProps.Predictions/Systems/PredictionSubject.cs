using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Precompute;

namespace NbaProps.Predictions.Systems;

/// <summary>One player and game to predict.</summary>
/// <param name="Row">The feature row.</param>
/// <param name="Features">Its features, without those that the contract does not hold plausible: what cannot be right is missing.</param>
/// <param name="PastGames">His latest games with what was known before each of them, newest first.</param>
internal sealed record PredictionSubject(MlFeatureStoreRow Row, FeatureVector Features, IReadOnlyList<PastGame> PastGames)
{
    /// <summary>The subject of a feature row.</summary>
    public static PredictionSubject Of(MlFeatureStoreRow row, IReadOnlyList<PastGame> pastGames)
    {
        var stored = row.Features();
        var implausible = stored.OutOfRange().Select(outside => outside.Feature.Index).ToHashSet();
        return new(row, implausible.Count == 0 ? stored : new FeatureVector(stored.Values.Select((value, index) => implausible.Contains(index) ? null : value)), pastGames);
    }

    /// <summary>Names of the features without a usable value, in the order of the contract.</summary>
    public IReadOnlyList<string> Missing() => [.. FeatureContract.Features.Where(feature => Features[feature.Index] is null).Select(feature => feature.Name)];
}
