namespace NbaProps.Shared.Resilience;

/// <summary>How an error is treated; decided once, by type, at the boundary where it arises.</summary>
public enum FaultKind
{
    /// <summary>Trying again later may help: time-outs, refused connections, exhausted quotas, answers that were lost.</summary>
    Transient,

    /// <summary>Trying again with the same input will not help: a payload that cannot be parsed, a row that breaks its schema.</summary>
    Permanent,

    /// <summary>A mistake in our own code.</summary>
    Defect,
}

/// <summary>An error that trying again later may cure. Whether the operation took effect is unknown unless the thrower says so.</summary>
public sealed class TransientException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether a write was refused, and not done, since what it was made of is old by now: somebody else wrote first.</summary>
    public bool IsConflict { get; init; }
}

/// <summary>An error that the same input will produce again. The message names what, where and what is accepted.</summary>
public sealed class PermanentException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Where a source's payload broke its contract; null for every other error.</summary>
    public ContractBreak? Break { get; init; }

    /// <summary>Whether who asked is known, and has not the right to.</summary>
    public bool IsDenied { get; init; }
}

/// <summary>A source's credits are used up: until its month turns, asking again brings nothing, and who stands in for it is asked.</summary>
public sealed class CreditsExhaustedException(string message) : Exception(message);

/// <summary>Tells the kinds of error apart.</summary>
public static class Faults
{
    /// <summary>The kind of an exception: the two types above say it themselves; time-outs and I/O are transient; all else is a defect.</summary>
    public static FaultKind Classify(Exception exception) => exception switch
    {
        TransientException or TimeoutException or OperationCanceledException or HttpRequestException or IOException => FaultKind.Transient,
        PermanentException or CreditsExhaustedException => FaultKind.Permanent,
        _ => FaultKind.Defect,
    };
}
