using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>A row of the scratch table: one of everything that a column can hold.</summary>
[Table("nbaprops_verify", "rows")]
internal sealed record VerifiedRow : WarehouseRow
{
    /// <summary>The partition.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>A game.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>Tells rows of a game apart.</summary>
    [Key(2)]
    public required string Name { get; init; }

    /// <summary>A whole number that no double holds.</summary>
    public long? Number { get; init; }

    /// <summary>A number.</summary>
    public double? Real { get; init; }

    /// <summary>True or false.</summary>
    public bool? Flag { get; init; }

    /// <summary>A date.</summary>
    public GameDate? Day { get; init; }

    /// <summary>An instant, to the microsecond.</summary>
    public DateTimeOffset? Instant { get; init; }
}

/// <summary>A row of the scratch log.</summary>
[Table("nbaprops_verify", "events", Kind = TableKind.Log)]
internal sealed record VerifiedEvent : WarehouseRow
{
    /// <summary>The partition.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>What happened.</summary>
    [Key(1)]
    public required string Name { get; init; }
}
