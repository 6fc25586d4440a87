namespace NbaProps.Simulator.League;

/// <summary>From where a shot is taken.</summary>
public enum ShotZone
{
    /// <summary>Within four feet of the basket.</summary>
    RestrictedArea,

    /// <summary>In the paint beyond four feet.</summary>
    Paint,

    /// <summary>Between the paint and the line.</summary>
    MidRange,

    /// <summary>A three from either corner.</summary>
    CornerThree,

    /// <summary>A three from anywhere else.</summary>
    AboveTheBreakThree,
}
