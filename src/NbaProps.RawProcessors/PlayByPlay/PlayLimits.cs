namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>The largest numbers that the table of plays holds.</summary>
internal static class PlayLimits
{
    /// <summary>Points of a team.</summary>
    public const int Score = 300;

    /// <summary>Length of the court in feet.</summary>
    public const int Feet = 94;

    /// <summary>The tenth overtime.</summary>
    public const int Period = 14;

    /// <summary>Seconds of a quarter.</summary>
    public const int QuarterSeconds = 720;

    /// <summary>Seconds of an overtime.</summary>
    public const int OvertimeSeconds = 300;
}
