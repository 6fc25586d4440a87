using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>What kinds of units differ in: what they compute, and how their output becomes visible.</summary>
internal interface IUnitWork
{
    /// <summary>The declaration.</summary>
    ProcessorDeclaration Declaration { get; }

    /// <summary>
    /// Whether its output becomes visible by a write of its own, before the commit. Where the commit itself is the write, an abandoned run
    /// has left nothing behind, and its token is closed by any later end of a run.
    /// </summary>
    bool WritesBeforeCommit { get; }

    /// <summary>After it returns, no write of the unit under this or an older token can become visible.</summary>
    Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken);

    /// <summary>Reads the inputs and computes the output. Nothing becomes visible.</summary>
    Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken);
}

/// <summary>What a run is about, for the work that it does.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Before">The unit's document at the acquisition.</param>
/// <param name="Day">The unit's game day.</param>
/// <param name="Inputs">The state of its inputs, before they are read.</param>
/// <param name="KeepAsync">Keeps the lease from running out; long work calls it before each step. It throws when the lease was lost.</param>
internal sealed record UnitTask(UnitKey Unit, UnitDocument Before, GameDay Day, InputState Inputs, Func<CancellationToken, Task> KeepAsync);

/// <summary>What a run produced, not yet visible.</summary>
/// <param name="State">How good it is: an output state, or Blocked for a gate that is closed.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="ContentHash">Hash of the content.</param>
/// <param name="Rows">How many rows or captures.</param>
/// <param name="AsOf">The as-of that it speaks for.</param>
internal sealed record Product(RunState State, string Reason, string ContentHash, long Rows, DateTimeOffset AsOf)
{
    /// <summary>Makes the content visible in one atomic write under the token; null where the commit itself is the write.</summary>
    public Func<WriteTicket, CancellationToken, Task<Warehouse.FencedWrite>>? WriteAsync { get; init; }

    /// <summary>Further documents of the same commit (captures).</summary>
    public IReadOnlyList<DocumentWrite> Documents { get; init; } = [];

    /// <summary>What the run counted besides its rows, as one text; null when it counted nothing.</summary>
    public string? Counts { get; init; }

    /// <summary>Called when the commit has shown that no input moved while it was read.</summary>
    public Action? Confirmed { get; init; }

    /// <summary>For scrapers: the contract that a payload broke; null when none was refused for it.</summary>
    public ContractBreak? Break { get; init; }

    /// <summary>For scrapers: whether the source brought something and nothing of it was refused, or is not asked any more.</summary>
    public bool ContractStands { get; init; }

    /// <summary>For scrapers: the look, when a part of it failed; it is asked for again after a wait, as a run that failed is.</summary>
    public PartialLook? Partial { get; init; }

    /// <summary>For scrapers: how that part failed; null when none did.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>For scrapers: whether the source brought anything that an attempt before this one did not.</summary>
    public bool IsNews { get; init; } = true;

    /// <summary>For scrapers: whether something of it will not come any more, and is not asked for.</summary>
    public bool IsLost { get; init; }

    /// <summary>Moments that the content covers, for scrapers; null when they are those from before.</summary>
    public IReadOnlyDictionary<string, int>? Covered { get; init; }
}

/// <summary>What a write needs to know of its run.</summary>
/// <param name="Token">The fencing token.</param>
/// <param name="Lineage">The columns to stamp.</param>
internal sealed record WriteTicket(long Token, Warehouse.Lineage Lineage);
