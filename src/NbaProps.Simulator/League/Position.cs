namespace NbaProps.Simulator.League;

/// <summary>Where a player plays, as the league's lists abbreviate it.</summary>
public enum Position
{
    /// <summary>G.</summary>
    Guard,

    /// <summary>F.</summary>
    Forward,

    /// <summary>C.</summary>
    Center,
}
