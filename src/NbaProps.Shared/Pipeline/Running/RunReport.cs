using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>What came of looking at a unit.</summary>
public enum RunVerdict
{
    /// <summary>The unit's game day has not reached the moment from which it can exist.</summary>
    NotDue,

    /// <summary>An input is missing, blocked or unsettled; nothing was acquired.</summary>
    NotReady,

    /// <summary>The last success stands for the present inputs; nothing was acquired.</summary>
    Current,

    /// <summary>The scraper that this one stands in for has brought everything; nothing was acquired.</summary>
    NotNeeded,

    /// <summary>Another run holds the unit and was told to look again.</summary>
    Busy,

    /// <summary>A run was made and its end is in state.</summary>
    Ran,

    /// <summary>Another run has taken over; its end will be in state.</summary>
    Lost,
}

/// <summary>The outcome of looking at a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="State">How the run ended, when one was made.</param>
/// <param name="Reason">Why.</param>
/// <param name="Wrote">Whether content was written.</param>
/// <param name="Rows">Rows of the output, when a run was made.</param>
/// <param name="RetryLater">Whether the failure is transient, so that the message is better delivered again.</param>
public sealed record RunReport(
    UnitKey Unit, RunVerdict Verdict, RunState? State, string Reason, bool Wrote = false, long Rows = 0, bool RetryLater = false);
