using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The work of a hand-off: ask the gate. Its content is the state of its inputs, so that the trigger goes out once per input state.</summary>
internal sealed class HandOffWork(IHandOffGate gate, InputLoader loader) : IUnitWork
{
    public ProcessorDeclaration Declaration => gate.Declaration;

    public bool WritesBeforeCommit => false;

    // It writes nothing but its own document, which the commit guards.
    public Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken)
    {
        var inputs = await loader.LoadAsync(Declaration, task, cancellationToken);
        var decision = gate.Evaluate(inputs, new RunContext(task.Unit.Partition, task.Day.AsOf));
        var state = decision switch
        {
            { IsOpen: false } => RunState.Blocked,
            { Warns: true } => RunState.Degraded,
            _ => RunState.Succeeded,
        };
        return new Product(state, decision.Reason, task.Inputs.Fingerprint, 0, task.Day.AsOf) { Confirmed = inputs.Confirm };
    }
}
