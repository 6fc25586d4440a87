using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Units and game days that this process has read, for all who read them.</summary>
internal sealed class UnitRecords
{
    // The units of some months: a process looks at the same ones again and again.
    private const int Capacity = 20_000;

    /// <summary>Units.</summary>
    public DocumentRecords<UnitDocument> Units { get; } = new(Capacity);

    /// <summary>Game days.</summary>
    public DocumentRecords<GameDay> Days { get; } = new(Capacity);
}
