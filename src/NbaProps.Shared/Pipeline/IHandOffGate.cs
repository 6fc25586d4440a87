namespace NbaProps.Shared.Pipeline;

/// <summary>Decides whether a phase may start on a date. Its unit of work is the hand-off; a gate that throws is closed.</summary>
public interface IHandOffGate
{
    /// <summary>Its line of the manifest.</summary>
    ProcessorDeclaration Declaration { get; }

    /// <summary>The decision for the unit's date, from the declared inputs alone.</summary>
    GateDecision Evaluate(IInputs inputs, RunContext context);
}

/// <summary>What a gate decided.</summary>
/// <param name="IsOpen">Whether the phase may start.</param>
/// <param name="Reason">One sentence; for a closed gate what is missing.</param>
public sealed record GateDecision(bool IsOpen, string Reason)
{
    /// <summary>Whether a person is to hear of it although the phase may start.</summary>
    public bool Warns { get; private init; }

    /// <summary>The phase may start.</summary>
    public static GateDecision Open(string reason) => new(IsOpen: true, reason);

    /// <summary>The phase may start, on inputs that a person should look at.</summary>
    public static GateDecision OpenWithWarning(string warning) => new(IsOpen: true, warning) { Warns = true };

    /// <summary>The phase must wait; the gate is asked again.</summary>
    public static GateDecision Closed(string reason) => new(IsOpen: false, reason);
}
