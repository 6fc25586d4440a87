using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One official who is at the league's replay centre for a day's games. Rule "latest": the newest payload decides the date's partition.</summary>
[Table("nba_raw", "nbac_referee_replay_center")]
public sealed record NbacRefereeReplayCenterRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the games.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's number of the official, 1 or more.</summary>
    [Key(1)]
    [Cluster(0)]
    [Between(1, 2147483647)]
    public required int OfficialCode { get; init; }

    /// <summary>The official's name as the league writes it.</summary>
    public required string OfficialName { get; init; }
}
