namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Parts that a second or third person has in an event.</summary>
internal static class PlayRoles
{
    /// <summary>Gave the pass to a made shot.</summary>
    public const string Assist = "assist";

    /// <summary>Blocked a missed shot.</summary>
    public const string Block = "block";

    /// <summary>Took the ball that was turned over.</summary>
    public const string Steal = "steal";

    /// <summary>Was fouled.</summary>
    public const string Fouled = "fouled";

    /// <summary>Came in for whose event the substitution is.</summary>
    public const string Entered = "entered";

    /// <summary>Jumped for the ball against whose event it is.</summary>
    public const string Jumper = "jumper";

    /// <summary>Got the ball of the jump.</summary>
    public const string Possession = "possession";
}
