using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>Looks at a unit that has none of its inputs to read: what an acquisition goes on from.</summary>
internal static class Looks
{
    /// <summary>Reads the unit as a look does before it acquires: its lease counts from the asking.</summary>
    public static async Task<Peek> SeeAsync(IStateStore store, UnitKey unit, TimeProvider time)
    {
        var asked = time.GetTimestamp();
        var read = await store.GetAsync(unit.Path, CancellationToken.None);
        return new Peek(null, read, new UnitRecords().Unit(read), asked);
    }
}
