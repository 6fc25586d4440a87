using NbaProps.Shared.Messaging;
using NbaProps.Shared.Objects;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>The four ports that the runtime stands on.</summary>
/// <param name="State">Coordination documents.</param>
/// <param name="Warehouse">Tables.</param>
/// <param name="Objects">The raw archive.</param>
/// <param name="Bus">Publishing.</param>
public sealed record Ports(IStateStore State, IWarehouse Warehouse, IObjectStore Objects, IMessageBus Bus);
