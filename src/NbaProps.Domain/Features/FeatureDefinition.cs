namespace NbaProps.Domain.Features;

/// <summary>One feature as the contract declares it.</summary>
/// <param name="Index">Position in the vector, from 0.</param>
/// <param name="Name">Name in storage, lower case with underscores.</param>
/// <param name="Unit">What one is one of; a ratio is 0 to 1, never a percentage.</param>
/// <param name="Source">The table, or the kind of input, it is computed from.</param>
/// <param name="Min">The lowest plausible value.</param>
/// <param name="Max">The highest plausible value.</param>
/// <param name="Required">
/// Whether box scores and schedule always give it for a player with games, so that its absence means something broke. Each prediction
/// system may require more.
/// </param>
public sealed record FeatureDefinition(int Index, string Name, string Unit, string Source, double Min, double Max, bool Required)
{
    /// <summary>Whether a value is plausible, both ends included; NaN is not.</summary>
    public bool Allows(double value) => value >= Min && value <= Max;
}
