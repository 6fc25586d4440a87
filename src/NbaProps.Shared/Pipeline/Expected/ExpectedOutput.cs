using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Expected;

/// <summary>What is known of an output that the manifest and the calendar say there should be.</summary>
public enum ExpectedState
{
    /// <summary>Its game day has not reached the moment from which it can exist.</summary>
    NotDue,

    /// <summary>Due, not there or not for the present inputs, and not late.</summary>
    Expected,

    /// <summary>A run is making it.</summary>
    Running,

    /// <summary>There, for the present inputs.</summary>
    Complete,

    /// <summary>Rightly empty.</summary>
    EmptyOk,

    /// <summary>There, with something missing that is named.</summary>
    Degraded,

    /// <summary>The last run failed.</summary>
    Failed,

    /// <summary>A gate is closed.</summary>
    Blocked,

    /// <summary>Later than its declaration allows.</summary>
    Overdue,
}

/// <summary>An output and where it stands.</summary>
/// <param name="Unit">The unit of work.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Cause">Why, when it is not complete.</param>
/// <param name="WaitsFor">The unit that it waits for: its trouble is that unit's.</param>
/// <param name="Attempts">Runs since the last one that gave an output.</param>
/// <param name="NextAttempt">Not to be tried before; null when it may be tried at once.</param>
/// <param name="Rows">Rows of the output.</param>
/// <param name="Actionable">Whether a hint would make something happen now.</param>
public sealed record ExpectedOutput(
    UnitKey Unit,
    ExpectedState State,
    string Cause,
    UnitKey? WaitsFor,
    int Attempts,
    DateTimeOffset? NextAttempt,
    long Rows,
    bool Actionable)
{
    /// <summary>Whether its game day has reached the moment from which it can exist.</summary>
    public bool HasBegun { get; init; } = true;

    /// <summary>Whether a part of it failed and is asked for again.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether something of it was never brought and is not asked for any more.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether it or a part of it failed, or its gate was closed, as often as it is tried before a person is told.</summary>
    public bool IsTrouble { get; init; }

    /// <summary>Whether it or a part of it failed on the inputs that there are now as often as it is tried by itself; also while a probe runs.</summary>
    public bool IsTriedOut { get; init; }

    /// <summary>Whether its inputs are there.</summary>
    public bool IsReady { get; init; }

    /// <summary>Whether something of it is left behind that a look puts right, whatever became of its runs: a lease that ran out, a hint, an old outbox.</summary>
    public bool IsLoose { get; init; }

    /// <summary>When its last run ended (store's time); null when none has.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its last run ended that succeeded, or brought part of what it should (store's time); null when none has.</summary>
    public DateTimeOffset? BroughtAt { get; init; }

    /// <summary>Whether it is a phase's hand-off: degraded, it is open with a warning.</summary>
    public bool IsHandOff { get; init; }

    /// <summary>For scrapers: how the source stands to its contract; null while none of its payloads was looked at.</summary>
    public ContractStanding? Contract { get; init; }

    /// <summary>Whether there is nothing of what should be there: a degraded output without a row is none.</summary>
    public bool IsMissing => State switch
    {
        ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.NotDue => false,
        ExpectedState.Degraded => Rows == 0 && !IsHandOff,
        _ => true,
    };
}
