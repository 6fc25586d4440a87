using NbaProps.Embedded.InMemory;

namespace NbaProps.Chaos.Harness;

/// <summary>What was there before a world began. Worlds take copies of it.</summary>
/// <param name="State">Coordination documents.</param>
/// <param name="Warehouse">Tables.</param>
/// <param name="Objects">The raw archive.</param>
/// <param name="Now">The moment at which the world begins.</param>
public sealed record WorldStart(InMemoryStateStore State, InMemoryWarehouse Warehouse, InMemoryObjectStore Objects, DateTimeOffset Now);
