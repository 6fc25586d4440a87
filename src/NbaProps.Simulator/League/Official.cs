namespace NbaProps.Simulator.League;

/// <summary>A referee who never existed.</summary>
/// <param name="Code">His number with the league, above the players'.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Jersey">Number on his shirt; no other referee has it.</param>
public sealed record Official(long Code, string GivenName, string FamilyName, int Jersey)
{
    /// <summary>The whole name.</summary>
    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>First letter and family name.</summary>
    public string InitialName => $"{GivenName[0]}. {FamilyName}";
}
