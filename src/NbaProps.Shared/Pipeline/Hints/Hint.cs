using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Hints;

/// <summary>
/// A message of the pipeline. It says where to look and carries nothing that a run depends on: a duplicate, a late or a reordered one
/// changes nothing, a lost one is replaced by the tick.
/// </summary>
public sealed record Hint
{
    /// <summary>What happened, or what to look at.</summary>
    public required HintKind Kind { get; init; }

    /// <summary>The unit: for <see cref="HintKind.Completed"/> the one that ended, for <see cref="HintKind.Look"/> the one to look at.</summary>
    public required string Unit { get; init; }

    /// <summary>Generation of the unit that ended; for tracing.</summary>
    public long Generation { get; init; }

    /// <summary>Whether the content changed: days that read it as history are hinted only then. A wrong value costs time, never correctness: the tick compares.</summary>
    public bool Changed { get; init; }

    /// <summary>
    /// Whether later days that read the unit as history are left to the tick. Who runs many days anew asks for each of those once at the end, not once for each
    /// day that changed. A wrong value costs time, never correctness.
    /// </summary>
    public bool Quiet { get; init; }

    /// <summary>The chain of runs; for tracing.</summary>
    public string CorrelationId { get; init; } = string.Empty;

    /// <summary>Who sent it: a run, the scheduler, the tick, an operator; for tracing.</summary>
    public string Origin { get; init; } = string.Empty;

    /// <summary>The as-of that the sender spoke for, UTC; for tracing.</summary>
    public DateTimeOffset? AsOf { get; init; }

    internal UnitKey Key => UnitKey.Parse(Unit);
}

/// <summary>Kinds of hints.</summary>
public enum HintKind
{
    /// <summary>Look at this unit.</summary>
    Look,

    /// <summary>This unit ended with an output: look at those who read it.</summary>
    Completed,
}
