using NbaProps.Domain.Features;

namespace NbaProps.Predictions.Systems;

/// <summary>Points added to a base for what is known of the game. What is not known adds nothing and is named.</summary>
internal sealed class Adjustments(FeatureVector features)
{
    private readonly List<string> _leftOut = [];

    /// <summary>The sum so far.</summary>
    public double Points { get; private set; }

    /// <summary>Names of the features that were missing.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Adds what a feature is worth.</summary>
    public Adjustments Add(int feature, Func<double, double> points)
    {
        if (features[feature] is { } value)
            Points += points(value);
        else
            _leftOut.Add(FeatureContract.Features[feature].Name);
        return this;
    }
}
