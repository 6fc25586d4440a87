using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Reference;

/// <summary>Who appeared in a box score of the date, for whom, under which name. A reader folds the dates before its own: point in time.</summary>
[Table("nba_reference", "nba_players_registry")]
public sealed record PlayersRegistryRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the appearance.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(1)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>Team he appeared for, tricode.</summary>
    [Key(2)]
    public required TeamTricode Team { get; init; }

    /// <summary>His name as the league wrote it on that date.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key: lower case, without marks, punctuation and suffix.</summary>
    [Cluster(0)]
    public required NameKey NameKey { get; init; }
}
