using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Toy;

/// <summary>What the toy upstream said about an item on a date.</summary>
[Table("toy_raw", "readings")]
public sealed record ReadingRow : WarehouseRow
{
    /// <summary>The date.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The item.</summary>
    [Key(1)]
    public required string Item { get; init; }

    /// <summary>Its value.</summary>
    public required int Value { get; init; }
}

/// <summary>An item's sum over four days.</summary>
[Table("toy_analytics", "sums")]
public sealed record SumRow : WarehouseRow
{
    /// <summary>The date.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The item.</summary>
    [Key(1)]
    public required string Item { get; init; }

    /// <summary>Sum of the date's and the three days' before.</summary>
    public required int Sum { get; init; }
}

/// <summary>The day's report.</summary>
[Table("toy_predictions", "reports")]
public sealed record ReportRow : WarehouseRow
{
    /// <summary>The date.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The largest sum of the date.</summary>
    public required int Largest { get; init; }

    /// <summary>The largest sum of the three days before; null when there is none.</summary>
    public required int? LargestBefore { get; init; }
}
