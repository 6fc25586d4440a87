namespace NbaProps.Contracts.Warehouse;

/// <summary>What every warehouse promises. An adapter's tests derive from it.</summary>
public abstract partial class WarehouseContract : WarehouseFixture;
