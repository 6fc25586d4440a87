namespace NbaProps.Shared.Pipeline;

/// <summary>How a run ends: exactly one of these, with a reason. <see cref="Running"/> is where it begins.</summary>
public enum RunState
{
    /// <summary>Under way, or abandoned and not yet noticed.</summary>
    Running,

    /// <summary>The output stands for the inputs.</summary>
    Succeeded,

    /// <summary>There was nothing to do and that is right: no game, no line.</summary>
    NoData,

    /// <summary>The output stands but lacks something that is named.</summary>
    Degraded,

    /// <summary>A gate is closed; it is asked again until it opens.</summary>
    Blocked,

    /// <summary>No output; the reason says why and the next attempt is planned.</summary>
    Failed,
}

/// <summary>What the states mean to those who come after.</summary>
public static class RunStates
{
    /// <summary>Whether the unit has an output that may be read.</summary>
    public static bool HasOutput(this RunState state) => state is RunState.Succeeded or RunState.NoData or RunState.Degraded;
}
