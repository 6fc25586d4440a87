namespace NbaProps.Shared.Deployment.Live;

/// <summary>What is not as it was declared about something that is deployed.</summary>
/// <param name="Problem">What kind.</param>
/// <param name="Subject">What it is about: a service's variable, a schedule, a subscription.</param>
/// <param name="Message">One sentence without a full stop. It shows no variable's value, which may be a secret.</param>
public sealed record LiveFinding(LiveProblem Problem, string Subject, string Message)
{
    /// <summary>Whether it is something to put right; what is somebody else's is not.</summary>
    public bool IsDifference => Problem != LiveProblem.Foreign;

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Message}";
}

/// <summary>What can be wrong with what is deployed.</summary>
public enum LiveProblem
{
    /// <summary>It is declared and not there: deleted, or never made.</summary>
    Missing,

    /// <summary>It is there and does nothing.</summary>
    Paused,

    /// <summary>It is there, Google switched it off, and only a person can put that right.</summary>
    Disabled,

    /// <summary>It calls another address than it was declared with, or as somebody whom the address does not let in.</summary>
    Misdirected,

    /// <summary>It is there and says something else.</summary>
    Differs,

    /// <summary>What it cannot deliver is lost.</summary>
    NoDeadLetter,

    /// <summary>It is deleted by itself when nothing went through it for a while, as between two seasons.</summary>
    Expires,

    /// <summary>Somebody may not do what he is declared to do.</summary>
    MissingRight,

    /// <summary>It is there, nobody declared it, and it does what another one does already.</summary>
    Undeclared,

    /// <summary>It is there, nobody declared it, and it is somebody else's: no difference, and no deployment touches it.</summary>
    Foreign,
}
