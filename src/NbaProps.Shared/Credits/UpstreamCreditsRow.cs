using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Credits;

/// <summary>One request that a source which counts credits has answered, be the answer of use or not. At least once: rows of one call_id are one call.</summary>
[Table("nba_orchestration", "upstream_credits", Kind = TableKind.Log)]
public sealed record UpstreamCreditsRow : WarehouseRow
{
    /// <summary>US Eastern day of the wall clock at the call.</summary>
    [Key(0)]
    public required GameDate CalledOn { get; init; }

    /// <summary>The call.</summary>
    [Key(1)]
    public required string CallId { get; init; }

    /// <summary>Name of the source's section in the configuration.</summary>
    [Cluster(0)]
    public required string Upstream { get; init; }

    /// <summary>What was asked, without the key.</summary>
    public required string Url { get; init; }

    /// <summary>The answer's HTTP status.</summary>
    [Between(100, 599)]
    public required int Status { get; init; }

    /// <summary>Credits that the call cost; NULL when the source did not say.</summary>
    [Between(0, MeteredCall.MostCredits)]
    public required int? CreditsLast { get; init; }

    /// <summary>Credits used since the source began to count anew; NULL when it did not say.</summary>
    [Between(0, MeteredCall.MostCredits)]
    public required int? CreditsUsed { get; init; }

    /// <summary>Credits left until it does; NULL when it did not say.</summary>
    [Between(0, MeteredCall.MostCredits)]
    public required int? CreditsRemaining { get; init; }

    /// <summary>Whether the source refused the call because none are left.</summary>
    public required bool Exhausted { get; init; }

    /// <summary>When it was sent, wall clock, UTC.</summary>
    public required DateTimeOffset CalledAt { get; init; }

    /// <summary>When the answer began to come, wall clock, UTC.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    internal static UpstreamCreditsRow Of(MeteredCall call) => new()
    {
        CalledOn = GameDate.FromInstant(call.CalledAt),
        CallId = call.CallId,
        Upstream = call.Upstream,
        Url = call.Url,
        Status = call.Status,
        CreditsLast = call.Last,
        CreditsUsed = call.Used,
        CreditsRemaining = call.Remaining,
        Exhausted = call.IsExhausted,
        CalledAt = call.CalledAt,
        AnsweredAt = call.AnsweredAt,
        Source = Pipeline.Ledger.Export.OrchestrationTables.Source,
        AsOf = call.AnsweredAt,
    };
}
