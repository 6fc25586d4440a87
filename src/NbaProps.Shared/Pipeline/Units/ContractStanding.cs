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

    /// <summary>After a payload was refused.</summary>
    internal ContractStanding Refused(ContractBreak broken, DateTimeOffset at) => this with { Break = broken, Since = Since ?? at, RefusedAt = at };

    /// <summary>After payloads were accepted.</summary>
    internal static ContractStanding Accepted(DateTimeOffset at) => new() { AcceptedAt = at };
}
