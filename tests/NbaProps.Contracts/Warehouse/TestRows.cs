using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

/// <summary>One of everything that a column can hold, keyed by date, game and name.</summary>
[Table("contract", "samples")]
public sealed record Sample : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required GameId GameId { get; init; }

    [Key(2)]
    public required string Name { get; init; }

    public string? Text { get; init; }

    public long? Number { get; init; }

    public double? Real { get; init; }

    public bool? Flag { get; init; }

    public GameDate? Day { get; init; }

    public DateTimeOffset? Instant { get; init; }
}

/// <summary>A table that is merged.</summary>
[Table("contract", "standings", Kind = TableKind.Merged)]
public sealed record Standing : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required string Team { get; init; }

    public long? Wins { get; init; }

    public string? Note { get; init; }
}

/// <summary>A log, keyed by date and instant.</summary>
[Table("contract", "events", Kind = TableKind.Log)]
public sealed record LoggedEvent : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required DateTimeOffset At { get; init; }

    [Key(2)]
    public required string What { get; init; }
}

/// <summary>A table without games whose key has an instant in it, in another dataset.</summary>
[Table("contract_other", "quotes")]
public sealed record Quote : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required DateTimeOffset CapturedAt { get; init; }

    [Key(2)]
    public required long Book { get; init; }

    [Between(-10, 10)]
    public double? Line { get; init; }
}
