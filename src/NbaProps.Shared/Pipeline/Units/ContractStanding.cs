using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>How a scraper's source stands to its contract, as far as one unit has seen.</summary>
public sealed record ContractStanding
{
    /// <summary>The newest break since payloads were last accepted; null when none was refused since.</summary>
    public ContractBreak? Break { get; init; }

    /// <summary>When the first payload since then was refused, by the store's time; null without a break.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When a payload was last refused, by the store's time; null without a break.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>When a run last took what the source brought and refused nothing, or found the source switched off, by the store's time; null for never.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Whether a run has failed since for another reason: what troubles the unit now is not the break. False without a break.</summary>
    public bool FailedOtherwise { get; init; }

    /// <summary>After a payload was refused.</summary>
    internal ContractStanding Refused(ContractBreak broken, DateTimeOffset at) => this with { Break = broken, Since = Since ?? at, RefusedAt = at, FailedOtherwise = false };

    /// <summary>After a run failed and refused nothing.</summary>
    internal ContractStanding Failed() => Break is null ? this : this with { FailedOtherwise = true };

    /// <summary>After payloads were accepted.</summary>
    internal static ContractStanding Accepted(DateTimeOffset at) => new() { AcceptedAt = at };
}
