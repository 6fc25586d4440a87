namespace NbaProps.Domain.Features;

/// <summary>A value the contract does not hold plausible.</summary>
/// <param name="Feature">Which feature.</param>
/// <param name="Value">What it was given.</param>
public sealed record FeatureOutOfRange(FeatureDefinition Feature, double Value)
{
    /// <summary>"fatigue_score is -1, allowed is 0 to 100".</summary>
    public override string ToString() => FormattableString.Invariant($"{Feature.Name} is {Value}, allowed is {Feature.Min} to {Feature.Max}");
}
