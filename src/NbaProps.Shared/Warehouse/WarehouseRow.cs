namespace NbaProps.Shared.Warehouse;

/// <summary>What every row of every table says besides its own content. Lineage columns are not here: the runtime stamps them.</summary>
public abstract record WarehouseRow
{
    /// <summary>Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones.</summary>
    public required string Source { get; init; }

    /// <summary>The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change.</summary>
    public required DateTimeOffset AsOf { get; init; }
}
