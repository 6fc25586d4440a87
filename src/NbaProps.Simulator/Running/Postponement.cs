namespace NbaProps.Simulator.Running;

/// <summary>Whether a game was put off on its day.</summary>
public enum Postponement
{
    /// <summary>It was not, or nobody knows yet.</summary>
    None,

    /// <summary>It will not be played on its date, and has no other one yet.</summary>
    Open,

    /// <summary>It was, and its date is the new one.</summary>
    Dated,
}
