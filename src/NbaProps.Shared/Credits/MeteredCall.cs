using NbaProps.Shared.State;

namespace NbaProps.Shared.Credits;

/// <summary>One request that a source which counts credits has answered, be the answer of use or not.</summary>
public sealed record MeteredCall
{
    /// <summary>The largest count that is taken for one.</summary>
    public const int MostCredits = 1_000_000_000;

    internal const string Collection = "metered_calls";

    /// <summary>Unique: whoever asked, and its how-manieth call it is.</summary>
    public required string CallId { get; init; }

    /// <summary>Name of the source's section in the configuration.</summary>
    public required string Upstream { get; init; }

    /// <summary>What was asked, without the key.</summary>
    public required string Url { get; init; }

    /// <summary>The answer's HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Credits that the call cost; null when the source did not say.</summary>
    public int? Last { get; init; }

    /// <summary>Credits used since the source began to count anew; null when it did not say.</summary>
    public int? Used { get; init; }

    /// <summary>Credits left until it does; null when it did not say.</summary>
    public int? Remaining { get; init; }

    /// <summary>Whether the source refused the call because none are left.</summary>
    public bool IsExhausted { get; init; }

    /// <summary>When it was sent, wall clock, UTC.</summary>
    public required DateTimeOffset CalledAt { get; init; }

    /// <summary>When the answer began to come, wall clock, UTC.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Always: an export must look at it, and removes it. The stores index this field.</summary>
    public bool Attention { get; } = true;

    internal DocumentPath Path => new(Collection, CallId);
}
