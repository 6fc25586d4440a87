using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ledger;

/// <summary>One run in the ledger: created Running with the acquisition, closed with the commit, never two rows.</summary>
public sealed record LedgerRow
{
    internal const string Collection = "ledger";

    /// <summary>Derived from unit and token.</summary>
    public required string RunId { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The phase, 1 to 5.</summary>
    public required int Phase { get; init; }

    /// <summary>The token of the run.</summary>
    public required long Token { get; init; }

    /// <summary>The chain of runs, from the first trigger on.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>What asked for the run: a hint's kind and origin.</summary>
    public required string Trigger { get; init; }

    /// <summary>Whether later days that read the unit as history are left to the tick.</summary>
    public bool Quiet { get; init; }

    /// <summary>The service instance.</summary>
    public required string Instance { get; init; }

    /// <summary>Wall clock at the acquisition, by the store, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Wall clock at the end, by the store, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Running, then one of the five.</summary>
    public RunState State { get; init; } = RunState.Running;

    /// <summary>Why it ended so.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Kind of error, for failed runs.</summary>
    public string? Fault { get; init; }

    /// <summary>Rows or captures of the output.</summary>
    public long Rows { get; init; }

    /// <summary>What the run counted besides its rows: <c>stat_line_parsing=2; ...</c>; null when it counted nothing.</summary>
    public string? Counts { get; init; }

    /// <summary>Whether the run wrote.</summary>
    public bool Wrote { get; init; }

    /// <summary>Generation after the run.</summary>
    public long Generation { get; init; }

    /// <summary>The game day's as-of that the run spoke for.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether the execution log has it.</summary>
    public bool Exported { get; init; }

    /// <summary>Whether an export must look at it: it has ended. The stores index this field.</summary>
    public bool Attention => EndedAt is not null && !Exported;

    /// <summary>Where the row lives.</summary>
    internal DocumentPath Path => PathOf(RunId);

    internal static DocumentPath PathOf(string runId) => new(Collection, runId);
}
