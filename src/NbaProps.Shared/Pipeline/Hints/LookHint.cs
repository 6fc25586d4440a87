using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Hints;

/// <summary>Asks a service to look at a unit.</summary>
public static class LookHint
{
    /// <summary>The message; it goes to the trigger topic of the processor's phase.</summary>
    /// <param name="unit">The unit to look at.</param>
    /// <param name="correlationId">The chain; empty begins one.</param>
    /// <param name="origin">Who asks, for tracing.</param>
    /// <param name="asOf">The moment that the asker speaks for, for tracing.</param>
    /// <param name="quiet">Whether later days are left to the tick.</param>
    public static OutgoingMessage Of(UnitKey unit, string correlationId, string origin, DateTimeOffset? asOf, bool quiet = false)
    {
        var hint = new Hint { Kind = HintKind.Look, Unit = unit.ToString(), CorrelationId = correlationId, Origin = origin, AsOf = asOf, Quiet = quiet };
        return new OutgoingMessage(State.StateJson.Write(hint), new SortedDictionary<string, string>(StringComparer.Ordinal) { ["unit"] = hint.Unit });
    }
}
