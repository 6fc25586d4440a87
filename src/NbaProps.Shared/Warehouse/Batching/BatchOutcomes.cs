namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>What became of a row that was added.</summary>
public enum AddVerdict
{
    /// <summary>The writer has it: it is stored, or waits to be.</summary>
    Accepted,

    /// <summary>It breaks a rule of its table and is among the refused.</summary>
    Refused,

    /// <summary>It was not taken: the writer is full and the store does not answer. The row is still the caller's.</summary>
    Full,
}

/// <summary>The answer to adding a row.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why it was not accepted; null when it was.</param>
public sealed record AddOutcome(AddVerdict Verdict, string? Reason = null)
{
    /// <summary>The writer has the row.</summary>
    public static AddOutcome Accepted { get; } = new(AddVerdict.Accepted);
}

/// <summary>The answer to a flush.</summary>
/// <param name="Stored">Rows that it stored.</param>
/// <param name="Refused">Rows that the store refused during it.</param>
/// <param name="Left">Rows that still wait.</param>
/// <param name="Failure">Why rows still wait; null when none do, or when nothing was tried.</param>
public sealed record FlushOutcome(int Stored, int Refused, int Left, Exception? Failure = null)
{
    /// <summary>Whether nothing waits any more.</summary>
    public bool IsComplete => Left == 0;
}

/// <summary>A row that was not stored and will not be.</summary>
/// <typeparam name="TRow">Row of the log.</typeparam>
/// <param name="Row">The row.</param>
/// <param name="Reason">Why: the rule it breaks, or what the store said.</param>
/// <param name="MayBeStored">
/// Whether an earlier write of it ended without an answer. Then the store may hold it, and may have refused it now because of that.
/// </param>
public sealed record RefusedLogRow<TRow>(TRow Row, string Reason, bool MayBeStored)
    where TRow : WarehouseRow;
